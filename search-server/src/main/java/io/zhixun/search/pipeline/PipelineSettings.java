package io.zhixun.search.pipeline;

import io.zhixun.ranking.blend.BlendSettings;
import io.zhixun.ranking.policy.DiversitySettings;
import io.zhixun.ranking.policy.ExploreSettings;
import io.zhixun.ranking.policy.ExposureSettings;
import io.zhixun.search.candidate.CandidateSettings;
import io.zhixun.search.candidate.GuardSettings;

/**
 * How answers are made.
 *
 * @param window how many of the best lexical matches are blended; the rest follows in lexical order
 */
public record PipelineSettings(
    BlendSettings blend,
    CandidateSettings candidates,
    GuardSettings sources,
    DiversitySettings diversity,
    ExposureSettings exposure,
    ExploreSettings explore,
    int window) {
  public static final PipelineSettings DEFAULTS =
      new PipelineSettings(
          BlendSettings.DEFAULTS,
          CandidateSettings.DEFAULTS,
          GuardSettings.DEFAULTS,
          DiversitySettings.DEFAULTS,
          ExposureSettings.DEFAULTS,
          ExploreSettings.DEFAULTS,
          200);

  public PipelineSettings {
    if (window < 1 || window > 400) {
      throw new IllegalArgumentException("window must be 1..400, got " + window);
    }
  }
}
