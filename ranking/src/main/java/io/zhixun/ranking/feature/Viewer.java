package io.zhixun.ranking.feature;

import io.zhixun.corpus.Event.Context;
import io.zhixun.ranking.learner.Learner;
import java.time.Instant;

/**
 * Who looks, on what, and when.
 *
 * @param tastes what the learner's history says about tags, authors, formats and levels
 */
public record Viewer(Learner learner, Tastes tastes, Context context, Instant now) {
  /** Whether the learner has a membership, whatever the platform calls it. */
  public boolean isMember() {
    return learner.profile().membership().filter(plan -> !plan.isBlank()).isPresent();
  }
}
