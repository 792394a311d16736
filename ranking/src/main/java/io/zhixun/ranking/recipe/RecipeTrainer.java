package io.zhixun.ranking.recipe;

import io.zhixun.ranking.evaluate.Split;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.popularity.Popularity;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses a recipe for a matrix of interactions, from these alone, and trains it.
 *
 * <p>A slice of each learner's entries (the newest where there is an order, a random choice where
 * there is none) is held out; every method is trained on the rest and judged on the slice; the
 * methods chosen are then trained on everything. No size or name decides anything.
 */
public final class RecipeTrainer {
  private static final int POPULAR = 1_000;
  private static final double NEWEST_SHARE = 0.1;
  private static final double RANDOM_SHARE = 0.2;

  private RecipeTrainer() {}

  /**
   * The same model for the same input, whatever the number of threads.
   *
   * @throws RecipeException when the memory allowed does not suffice
   * @throws java.util.concurrent.CancellationException when {@code progress} asks for it
   */
  public static LearnedModel train(
      Interactions interactions, RecipeSettings settings, Progress progress) {
    long needed = memoryNeeded(interactions, settings);
    if (needed > settings.memoryBytes()) {
      throw RecipeException.notEnoughMemory(needed, settings.memoryBytes());
    }
    try (Workers workers = Workers.of(settings.threads())) {
      return new Run(interactions, settings, workers, progress).model();
    }
  }

  /** About how many bytes training takes at its peak, the interactions themselves not counted. */
  public static long memoryNeeded(Interactions interactions, RecipeSettings settings) {
    long lists = 8L * interactions.items() * Math.min(settings.neighbours(), interactions.items());
    long vectors = 4L * 64 * (interactions.users() + interactions.items());
    long copies = 3L * 24 * interactions.entries();
    return 5 * lists + 4 * vectors + copies;
  }

  /** One training. */
  private record Run(
      Interactions all, RecipeSettings settings, Workers workers, Progress progress) {

    LearnedModel model() {
      Popularity popularity = Popularity.counts(all, POPULAR);
      if (all.entries() == 0) {
        Choice none = new Choice(false, List.of(), List.of(), "there are no interactions");
        return new LearnedModel(none, List.of(), popularity, settings.historyLimit());
      }
      progress.at("order", 0);
      boolean ordered = new OrderDetector(settings, workers).ordered(all);
      Split split =
          Split.holdOut(
              all,
              ordered ? NEWEST_SHARE : RANDOM_SHARE,
              ordered ? Split.Order.NEWEST : Split.Order.RANDOM,
              settings.seed());
      List<Method> tried = Methods.onTrial(settings).of(ordered);
      List<Part> parts = new ArrayList<>();
      for (Method method : tried) {
        parts.add(method.maker().make(split.train(), workers, progress));
      }
      ValidationTable table =
          ValidationTable.of(
              split,
              parts,
              new ValidationTable.Sample(
                  settings.validationUsers(), settings.historyLimit(), settings.seed()),
              workers);
      if (table.learners() == 0) {
        return plain(Methods.serving(settings).plainWalk(), ordered, popularity);
      }
      progress.at("choice", 0);
      BlendSearch search = new BlendSearch(tried, table, workers);
      float[] weights = search.run();
      String why =
          String.format(
              "the best blend by ndcg@20 for %,d learners on %s tenth%s of their items",
              table.learners(), ordered ? "the newest" : "a random two", ordered ? "" : "s");
      return trained(
          Methods.serving(settings).of(ordered),
          weights,
          new Choice(ordered, List.of(), search.trials(), why));
    }

    private LearnedModel plain(Method walk, boolean ordered, Popularity popularity) {
      Choice choice =
          new Choice(
              ordered,
              List.of(new Choice.Term(walk.label(), 1)),
              List.of(),
              "no learner has two items, so there is nothing to choose by");
      List<Part> parts = List.of(walk.maker().make(all, workers, progress));
      return new LearnedModel(choice, parts, popularity, settings.historyLimit());
    }

    private LearnedModel trained(List<Method> methods, float[] weights, Choice reasons) {
      List<Choice.Term> terms = new ArrayList<>();
      List<Part> parts = new ArrayList<>();
      for (int at = 0; at < weights.length; at++) {
        if (weights[at] > 0) {
          terms.add(new Choice.Term(methods.get(at).label(), weights[at]));
          parts.add(methods.get(at).maker().make(all, workers, progress));
        }
      }
      Choice choice = new Choice(reasons.ordered(), terms, reasons.trials(), reasons.why());
      return new LearnedModel(
          choice, parts, Popularity.counts(all, POPULAR), settings.historyLimit());
    }
  }
}
