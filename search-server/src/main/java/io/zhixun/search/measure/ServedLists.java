package io.zhixun.search.measure;

import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.search.pipeline.EveryItem;
import io.zhixun.search.pipeline.FeedStage;
import io.zhixun.search.pipeline.PipelineSettings;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.serving.Seekers;
import io.zhixun.search.serving.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The lists that the server would give, over items of which nothing is known but who took them. */
final class ServedLists {
  /** A moment for features that look at dates, of which such data have none. */
  private static final Instant NOW = Instant.EPOCH;

  private final Generation generation;
  private final Seekers.Asked asked;
  private final Proposer proposer;

  /** Gives the rows of the best proposals. */
  @FunctionalInterface
  private interface Proposer {
    List<Integer> rows(Seeker seeker, int places, Set<ItemId> excluded);
  }

  ServedLists(
      Interactions train,
      LearnedModel model,
      PipelineSettings pipeline,
      RecommendationMeasure.Path path) {
    this.generation = BehaviourGeneration.of(train, model);
    this.asked = new Seekers.Asked(pipeline.blend().weight(), Context.UNKNOWN, NOW);
    Blender blender = new Blender(pipeline.blend().feed());
    this.proposer =
        switch (path) {
          case SERVED -> new FeedStage(generation, pipeline, blender)::rows;
          case EXHAUSTIVE -> new EveryItem(generation, pipeline, blender, NOW)::rows;
        };
  }

  /** What a learner did, as far as the server knows: rows with their weights, newest last. */
  static List<Trail.Step> steps(Interactions all, int user) {
    List<Trail.Step> steps = new ArrayList<>();
    for (int e = all.userStart(user); e < all.userStart(user + 1); e++) {
      steps.add(new Trail.Step(all.item(e), all.weight(e)));
    }
    return steps;
  }

  /**
   * The best {@code k} for a history.
   *
   * @param learner the row in training of whoever has it; empty for somebody never trained on
   * @param masked whether items of the history are left out
   */
  ScoredRows best(List<Trail.Step> steps, OptionalInt learner, int k, boolean masked) {
    Set<ItemId> known = new HashSet<>();
    if (masked) {
      steps.forEach(step -> known.add(BehaviourGeneration.id(step.row())));
    }
    Seeker seeker = Seekers.ofTrail(generation, new Trail(steps, learner), asked);
    return ranked(proposer.rows(seeker, k, known));
  }

  /** A list in the order given. */
  static ScoredRows ranked(List<Integer> rows) {
    TopRows top = new TopRows(rows.size());
    for (int rank = 0; rank < rows.size(); rank++) {
      top.offer(rows.get(rank), rows.size() - rank);
    }
    return top.drain();
  }
}
