package io.zhixun.ranking.recipe;

import io.zhixun.ranking.evaluate.Split;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.popularity.Popularity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Chooses a recipe for a matrix of interactions, from these alone, and trains it.
 *
 * <p>Some of each learner's entries are held out; every method is trained on the rest and judged on
 * them; the methods chosen are then trained on everything. Where there is no order a random fifth
 * is held out. Where there is one, the newest tenth and a random tenth are, and relative gains
 * count alike: what comes next, and what else fits. No size or name decides anything but whether a
 * method is affordable.
 */
public final class RecipeTrainer {
  private static final int POPULAR = 1_000;
  private static final double SHARE_OF_SET = 0.2;
  private static final double SHARE_OF_SEQUENCE = 0.1;

  private static final BlendSearch.Aim AIM = new BlendSearch.Aim(0.5, 0.95);

  private RecipeTrainer() {}

  /**
   * Chooses and trains: the same model for the same input, whatever the number of threads.
   *
   * @throws RecipeException when the memory allowed does not suffice
   * @throws java.util.concurrent.CancellationException when {@code progress} asks for it
   */
  public static LearnedModel train(
      Interactions interactions, RecipeSettings settings, Progress progress) {
    return train(interactions, choose(interactions, settings, progress), settings, progress);
  }

  /** Only chooses. */
  public static Choice choose(
      Interactions interactions, RecipeSettings settings, Progress progress) {
    new Affordable(interactions, settings).require();
    try (Workers workers = Workers.of(settings.threads())) {
      return new Run(interactions, settings, workers, progress).choice();
    }
  }

  /** Trains what was chosen, be it on these interactions or on others of the same items. */
  public static LearnedModel train(
      Interactions interactions, Choice choice, RecipeSettings settings, Progress progress) {
    new Affordable(interactions, settings).require();
    try (Workers workers = Workers.of(settings.threads())) {
      return new Run(interactions, settings, workers, progress).model(choice);
    }
  }

  /**
   * The choice of one part and nothing else, whatever it is worth.
   *
   * @param name of a part, e.g. {@code walk(0.9,0.9,0.1)}, or how it begins, e.g. {@code als}
   * @throws RecipeException when there is no such part for these interactions
   */
  public static Choice named(Interactions interactions, RecipeSettings settings, String name) {
    try (Workers workers = Workers.of(1)) {
      boolean ordered = new OrderDetector(settings, workers).ordered(interactions);
      List<String> labels =
          Methods.serving(settings).of(interactions, ordered).stream()
              .flatMap(method -> method.labels().stream())
              .toList();
      String label =
          labels.stream()
              .filter(known -> known.equals(name) || known.startsWith(name + "("))
              .findFirst()
              .orElseThrow(() -> RecipeException.unknownPart(labels, name));
      return new Choice(
          ordered, List.of(new Choice.Term(label, 1)), List.of(), "it was asked for by name");
    }
  }

  /** One training. */
  private record Run(
      Interactions all, RecipeSettings settings, Workers workers, Progress progress) {

    Choice choice() {
      if (all.entries() == 0) {
        return new Choice(false, List.of(), List.of(), "there are no interactions");
      }
      progress.at("order", 0);
      boolean ordered = new OrderDetector(settings, workers).ordered(all);
      Slices slices = Slices.of(all, ordered, settings.trials().seed());
      if (!slices.anybodyAsked()) {
        return new Choice(
            ordered,
            List.of(new Choice.Term(Methods.PLAIN_WALK, 1)),
            List.of(),
            "no learner has two items, so there is nothing to choose by");
      }
      List<Method.Offer> offers = new ArrayList<>();
      for (Method method : Methods.onTrial(settings).of(all, ordered)) {
        offers.addAll(method.maker().make(slices.train(), workers, progress));
      }
      progress.at("questions", 0);
      List<ValidationTable> tables = slices.judge(offers, settings, workers);
      progress.at("choice", 0);
      BlendSearch search = new BlendSearch(offers, tables, AIM, workers);
      float[] weights = search.run();
      List<Choice.Term> terms = new ArrayList<>();
      for (int at = 0; at < weights.length; at++) {
        if (weights[at] > 0) {
          terms.add(new Choice.Term(offers.get(at).label(), weights[at]));
        }
      }
      String why =
          slices.reason(tables.getFirst().learners()) + new Affordable(all, settings).note();
      return new Choice(ordered, terms, search.trials(), why);
    }

    LearnedModel model(Choice choice) {
      Part[] parts = new Part[choice.terms().size()];
      List<String> labels = choice.terms().stream().map(Choice.Term::part).toList();
      for (Method method : Methods.serving(settings).of(all, choice.ordered())) {
        if (labels.stream().anyMatch(method.labels()::contains)) {
          for (Method.Offer offer : method.maker().make(all, workers, progress)) {
            int at = labels.indexOf(offer.label());
            if (at >= 0) {
              parts[at] = offer.part();
            }
          }
        }
      }
      return new LearnedModel(
          choice,
          Arrays.asList(parts),
          choice.terms().isEmpty()
              ? Optional.empty()
              : Optional.of(Methods.serving(settings).cooccurrence(all, workers)),
          Popularity.counts(all, POPULAR),
          settings.historyLimit());
    }
  }

  /** What is trained on and what is asked, on trial. */
  private record Slices(Interactions train, List<Interactions> asked, boolean ordered) {
    static Slices of(Interactions all, boolean ordered, long seed) {
      if (!ordered) {
        Split random = Split.holdOut(all, SHARE_OF_SET, Split.Order.RANDOM, seed);
        return new Slices(random.train(), List.of(random.test()), false);
      }
      Split newest = Split.holdOut(all, SHARE_OF_SEQUENCE, Split.Order.NEWEST, seed);
      Split random = Split.holdOut(newest.train(), SHARE_OF_SEQUENCE, Split.Order.RANDOM, seed);
      return new Slices(random.train(), List.of(newest.test(), random.test()), true);
    }

    boolean anybodyAsked() {
      return asked.stream().anyMatch(slice -> slice.entries() > 0);
    }

    /** One table for each slice that anybody can judge. */
    List<ValidationTable> judge(
        List<Method.Offer> offers, RecipeSettings settings, Workers workers) {
      ValidationTable.Sample sample =
          new ValidationTable.Sample(
              Math.max(1, settings.trials().learners() / asked.size()),
              settings.historyLimit(),
              settings.trials().seed());
      List<Part> parts = offers.stream().map(Method.Offer::part).toList();
      List<ValidationTable> tables = new ArrayList<>();
      for (Interactions test : asked) {
        ValidationTable table = ValidationTable.of(new Split(train, test), parts, sample, workers);
        if (table.learners() > 0) {
          tables.add(table);
        }
      }
      return tables;
    }

    String reason(int learners) {
      return String.format(
          "the best blend by ndcg@20 for %,d learners on %s of their items, trained on the rest",
          learners, ordered ? "the newest tenth and a random tenth" : "a random fifth");
    }
  }
}
