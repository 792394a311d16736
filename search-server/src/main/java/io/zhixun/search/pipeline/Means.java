package io.zhixun.search.pipeline;

import io.zhixun.ranking.blend.BlendSettings;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.search.candidate.CandidateSources;
import io.zhixun.search.candidate.Guard;
import io.zhixun.search.serving.Seeker;

/** What every request is answered with, made once. */
record Means(
    PipelineSettings settings,
    Blenders blenders,
    CandidateSources sources,
    Guard guard,
    CursorCodec cursors) {

  /**
   * How features are weighed.
   *
   * @param newcomer where there is no query, and nothing of a learner enters
   */
  record Blenders(Blender search, Blender feed, Blender newcomer) {
    static Blenders of(BlendSettings settings) {
      return new Blenders(
          new Blender(settings.search()),
          new Blender(settings.feed()),
          new Blender(settings.newcomer()));
    }

    /** The one for proposals to somebody. */
    Blender proposing(Seeker seeker) {
      return seeker.personalised() ? feed : newcomer;
    }
  }
}
