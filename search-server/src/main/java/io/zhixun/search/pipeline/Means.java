package io.zhixun.search.pipeline;

import io.zhixun.ranking.blend.BlendSettings;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.search.candidate.CandidateSources;
import io.zhixun.search.candidate.Guard;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.Map;

/** What every request is answered with, made once. */
record Means(
    PipelineSettings settings, CandidateSources sources, Guard guard, CursorCodec cursors) {

  /** How features are weighed over a generation: as was learned with it, else as set. */
  Blenders blenders(Generation generation) {
    return Blenders.of(settings.blend().with(generation.collaborative().weights()));
  }

  /**
   * How features are weighed.
   *
   * @param narrow what holds of weights in a search that leaves nothing open
   * @param byNewcomer where there is no query, and nothing of a learner enters
   */
  record Blenders(
      double narrow,
      Map<String, Double> bySearch,
      Map<String, Double> byFeed,
      Map<String, Double> byNewcomer) {
    static Blenders of(BlendSettings settings) {
      return new Blenders(
          settings.narrow(), settings.search(), settings.feed(), settings.newcomer());
    }

    Blender search() {
      return new Blender(bySearch, narrow);
    }

    /** The one for proposals to somebody. */
    Blender proposing(Seeker seeker) {
      return new Blender(seeker.personalised() ? byFeed : byNewcomer);
    }
  }
}
