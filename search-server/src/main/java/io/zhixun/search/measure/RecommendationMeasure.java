package io.zhixun.search.measure;

import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.evaluate.Evaluation;
import io.zhixun.ranking.evaluate.Recommender;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.neighbour.WalkExponents;
import io.zhixun.ranking.neighbour.WalkScorer;
import io.zhixun.ranking.popularity.Popularity;
import io.zhixun.ranking.recipe.History;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.ranking.recipe.RecipeTrainer;
import io.zhixun.ranking.recipe.ServedEmbedding;
import io.zhixun.search.pipeline.FeedStage;
import io.zhixun.search.pipeline.PipelineSettings;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seekers;
import io.zhixun.search.serving.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trains the shipped recipe on published pairs and asks for every user's list as the server would:
 * the same candidate sources in the shipped sizes, the same approximate search, the same blend, the
 * same policy.
 */
public final class RecommendationMeasure {
  /** A moment for features that look at dates, of which such data have none. */
  private static final Instant NOW = Instant.EPOCH;

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
      List<ScoredRows> lists,
      Seconds seconds) {
    public Result {
      lists = List.copyOf(lists);
    }
  }

  /** How long choosing and training, and scoring, took. */
  public record Seconds(double train, double score) {}

  public Result run(RecommendationData data, Path path, int k, Progress progress) {
    long start = System.nanoTime();
    Interactions train = data.split().train();
    LearnedModel model = RecipeTrainer.train(train, recipe, progress);
    double trained = seconds(start);
    long scoring = System.nanoTime();
    Generation generation = BehaviourGeneration.of(train, model);
    FeedStage stage = new FeedStage(generation, pipeline, new Blender(pipeline.blend().feed()));
    ScoredRows[] lists = new ScoredRows[train.users()];
    Recommender served = served(train, generation, stage, path);
    try (Workers workers = Workers.of(recipe.threads())) {
      Evaluation blended =
          Evaluation.run(
              data.split(),
              (user, places) -> lists[user] = served.recommend(user, places),
              k,
              workers);
      double scored = seconds(scoring);
      Evaluation popular = Evaluation.run(data.split(), popular(train), k, workers);
      Evaluation walk = Evaluation.run(data.split(), walk(train), k, workers);
      Optional<Evaluation> embedding =
          model
              .embedding()
              .map(vectors -> Evaluation.run(data.split(), nearest(train, vectors), k, workers));
      List<ScoredRows> asked = new ArrayList<>();
      blended.users().forEach(user -> asked.add(lists[user]));
      return new Result(
          model, blended, popular, walk, embedding, asked, new Seconds(trained, scored));
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private Recommender served(
      Interactions train, Generation generation, FeedStage stage, Path path) {
    Seekers.Asked asked = new Seekers.Asked(pipeline.blend().weight(), Context.UNKNOWN, NOW);
    return (user, k) -> {
      List<Trail.Step> steps = new ArrayList<>();
      Set<ItemId> known = new HashSet<>();
      for (int e = train.userStart(user); e < train.userStart(user + 1); e++) {
        steps.add(new Trail.Step(train.item(e), train.weight(e)));
        known.add(BehaviourGeneration.id(train.item(e)));
      }
      var seeker = Seekers.ofTrail(generation, new Trail(steps), asked);
      return ranked(
          path == Path.SERVED
              ? stage.rows(seeker, k, known)
              : stage.exhaustiveRows(seeker, k, known));
    };
  }

  /** A list in the order given. */
  private static ScoredRows ranked(List<Integer> rows) {
    TopRows top = new TopRows(rows.size());
    for (int rank = 0; rank < rows.size(); rank++) {
      top.offer(rows.get(rank), rows.size() - rank);
    }
    return top.drain();
  }

  private static Recommender popular(Interactions train) {
    Popularity popularity = Popularity.counts(train, train.items());
    return (user, k) -> popularity.top(k, known(train, user));
  }

  /** The untruncated three-step walk, over all items. */
  private static Recommender walk(Interactions train) {
    WalkScorer scorer = new WalkScorer(train, WalkExponents.PLAIN);
    return (user, k) -> {
      float[] scores = new float[train.items()];
      scorer.addScores(train.itemsOf(user), train.weightsOf(user), scores);
      BitSet known = known(train, user);
      TopRows top = new TopRows(Math.min(k, train.items()));
      for (int row = 0; row < scores.length; row++) {
        if (!known.get(row) && train.itemDegree(row) > 0) {
          top.offer(row, scores[row]);
        }
      }
      return top.drain();
    };
  }

  private static Recommender nearest(Interactions train, ServedEmbedding vectors) {
    return (user, k) -> {
      BitSet known = known(train, user);
      int degree = known.cardinality();
      if (degree == 0) {
        return ScoredRows.NONE;
      }
      History history = History.of(train.itemsOf(user), train.weightsOf(user));
      ScoredRows found = vectors.nearest(vectors.learner(history), k + degree);
      List<Integer> rows = new ArrayList<>();
      for (int rank = 0; rank < found.size() && rows.size() < k; rank++) {
        if (!known.get(found.row(rank))) {
          rows.add(found.row(rank));
        }
      }
      return ranked(rows);
    };
  }

  private static BitSet known(Interactions train, int user) {
    BitSet known = new BitSet();
    for (int e = train.userStart(user); e < train.userStart(user + 1); e++) {
      known.set(train.item(e));
    }
    return known;
  }
}
