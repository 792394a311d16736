package io.zhixun.search.pipeline;

import io.zhixun.ranking.blend.BlendSettings;
import io.zhixun.ranking.policy.DiversitySettings;
import io.zhixun.search.candidate.CandidateSettings;

/**
 * How answers are made.
 *
 * @param window how many of the best lexical matches are blended; the rest follows in lexical order
 */
public record PipelineSettings(
    BlendSettings blend, CandidateSettings candidates, DiversitySettings diversity, int window) {
  public static final PipelineSettings DEFAULTS =
      new PipelineSettings(
          BlendSettings.DEFAULTS, CandidateSettings.DEFAULTS, DiversitySettings.DEFAULTS, 200);

  public PipelineSettings {
    if (window < 1 || window > 400) {
      throw new IllegalArgumentException("window must be 1..400, got " + window);
    }
  }
}
