package io.zhixun.search.measure;

import io.zhixun.ranking.evaluate.Evaluation;
import io.zhixun.ranking.evaluate.Metrics;
import io.zhixun.ranking.evaluate.Recommender;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.recipe.Choice;
import io.zhixun.ranking.recipe.History;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.ranking.recipe.RecipeTrainer;
import io.zhixun.ranking.recipe.ServedEmbedding;
import io.zhixun.search.pipeline.PipelineSettings;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Trains the shipped recipe on published pairs and asks for every user's list as the server would:
 * the same candidate sources in the shipped sizes, the same approximate search, the same blend, the
 * same policy.
 */
public final class RecommendationMeasure {
  /** Of the learners with something to find, one in so many is left out of training to fold in. */
  private static final int LEFT_OUT = 10;

  private final RecipeSettings recipe;
  private final PipelineSettings pipeline;

  public RecommendationMeasure(RecipeSettings recipe, PipelineSettings pipeline) {
    this.recipe = recipe;
    this.pipeline = pipeline;
  }

  /** Which candidates are scored. */
  public enum Path {
    /** What the sources propose, at most 1,000 in all. */
    SERVED,
    /** Every item. */
    EXHAUSTIVE
  }

  /**
   * What to measure.
   *
   * @param k how long lists are
   * @param model one part alone instead of the recipe that is chosen
   * @param foldIn whether to train once more without some learners
   * @param learners who is asked for
   */
  public record Question(
      Path path, int k, Optional<String> model, boolean foldIn, Optional<Sample> learners) {
    int[] users(RecommendationData data) {
      return learners
          .map(sample -> data.split().asked(sample.most(), sample.seed()))
          .orElseGet(data.split()::asked);
    }
  }

  /** So many of the learners who have something to find; the same ones for the same seed. */
  public record Sample(int most, long seed) {}

  /**
   * What was measured.
   *
   * @param embedding the served vectors alone, through the served index; absent when the recipe has
   *     none
   * @param lists of every user measured, beside {@code blended.users()}
   */
  public record Result(
      LearnedModel model,
      Evaluation blended,
      Evaluation popular,
      Evaluation walk,
      Optional<Evaluation> embedding,
      Optional<GraphQuality> graph,
      Optional<FoldIn> foldIn,
      List<ScoredRows> lists,
      Seconds seconds) {
    public Result {
      lists = List.copyOf(lists);
    }
  }

  /** How long it took. */
  public record Seconds(double choose, double train, double score) {}

  /**
   * Recall of the same learners: left out of training and folded in, and trained on.
   *
   * @param learners how many
   */
  public record FoldIn(int learners, double recall, double trained) {}

  /**
   * Measures.
   *
   * @throws io.zhixun.ranking.recipe.RecipeException when the model asked for is not one that could
   *     be chosen, or the memory does not suffice
   */
  public Result run(RecommendationData data, Question question, Progress progress) {
    long start = System.nanoTime();
    Interactions train = data.split().train();
    Choice choice =
        question
            .model()
            .map(name -> RecipeTrainer.named(train, recipe, name))
            .orElseGet(() -> RecipeTrainer.choose(train, recipe, progress));
    double chosen = seconds(start);
    long training = System.nanoTime();
    LearnedModel model = RecipeTrainer.train(train, choice, recipe, progress);
    double trained = seconds(training);
    try (Workers workers = Workers.of(recipe.threads())) {
      long scoring = System.nanoTime();
      int[] users = question.users(data);
      ScoredRows[] lists = new ScoredRows[train.users()];
      Recommender served = served(train, model, question.path());
      Evaluation blended =
          Evaluation.run(
              data.split(),
              (user, places) -> lists[user] = served.recommend(user, places),
              question.k(),
              users,
              workers);
      Seconds seconds = new Seconds(chosen, trained, seconds(scoring));
      List<ScoredRows> asked = blended.users().stream().map(user -> lists[user]).toList();
      boolean folding = question.foldIn() && !choice.terms().isEmpty();
      Optional<FoldIn> foldIn =
          folding
              ? Optional.of(foldIn(data, choice, question, blended, workers))
              : Optional.empty();
      return result(data, question, new Served(model, blended, asked, foldIn, seconds), workers);
    }
  }

  /** What the recipe itself gave. */
  private record Served(
      LearnedModel model,
      Evaluation blended,
      List<ScoredRows> lists,
      Optional<FoldIn> foldIn,
      Seconds seconds) {}

  /** Puts beside it what others give. */
  private static Result result(
      RecommendationData data, Question question, Served served, Workers workers) {
    Interactions train = data.split().train();
    int k = question.k();
    int[] users = question.users(data);
    Optional<ServedEmbedding> embedding = served.model().embedding();
    return new Result(
        served.model(),
        served.blended(),
        Evaluation.run(data.split(), Baselines.popular(train), k, users, workers),
        Evaluation.run(data.split(), Baselines.walk(train), k, users, workers),
        embedding.map(own -> Evaluation.run(data.split(), nearest(train, own), k, users, workers)),
        embedding.map(own -> GraphQuality.of(own, train)),
        served.foldIn(),
        served.lists(),
        served.seconds());
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private Recommender served(Interactions train, LearnedModel model, Path path) {
    ServedLists lists = new ServedLists(train, model, pipeline, path);
    return (user, k) ->
        lists.best(ServedLists.steps(train, user), OptionalInt.of(user), k, /* masked= */ true);
  }

  private FoldIn foldIn(
      RecommendationData data,
      Choice choice,
      Question question,
      Evaluation trained,
      Workers workers) {
    Interactions train = data.split().train();
    int[] users =
        trained.users().stream()
            .mapToInt(Integer::intValue)
            .filter(user -> user % LEFT_OUT == 0 && train.userDegree(user) > 0)
            .toArray();
    BitSet left = new BitSet();
    for (int user : users) {
      left.set(user);
    }
    Interactions rest = train.filter((user, _) -> !left.get(user));
    LearnedModel model = RecipeTrainer.train(rest, choice, recipe, Progress.NONE);
    ServedLists lists = new ServedLists(rest, model, pipeline, question.path());
    Evaluation folded =
        Evaluation.run(
            data.split(),
            (user, k) -> lists.best(ServedLists.steps(train, user), OptionalInt.empty(), k, true),
            question.k(),
            users,
            workers);
    double sum = 0;
    for (int at = 0; at < trained.users().size(); at++) {
      Metrics one = trained.perUser().get(at);
      sum += left.get(trained.users().get(at)) ? one.recall() : 0;
    }
    return new FoldIn(users.length, folded.mean().recall(), sum / Math.max(1, users.length));
  }

  private static Recommender nearest(Interactions train, ServedEmbedding vectors) {
    return (user, k) -> {
      BitSet known = Baselines.known(train, user);
      if (known.isEmpty()) {
        return ScoredRows.NONE;
      }
      History history = History.of(train.itemsOf(user), train.weightsOf(user)).ofLearner(user);
      return vectors
          .nearest(vectors.learner(history), k + known.cardinality())
          .without(known)
          .first(k);
    };
  }
}
