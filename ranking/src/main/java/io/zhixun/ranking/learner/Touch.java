package io.zhixun.ranking.learner;

import io.zhixun.corpus.ItemId;
import java.time.Instant;

/**
 * What a learner did with one item, summed up.
 *
 * @param weight the strongest sign of interest so far, in the units of {@code EventWeights}
 * @param strongest the kind of event that gave the weight: what a reason may truthfully name
 * @param progress how far the learner came, 0..1
 * @param last when the item was touched last
 */
public record Touch(ItemId item, double weight, Kind strongest, double progress, Instant last) {
  /** The signs of interest, weakest first. */
  public enum Kind {
    CLICKED,
    STUDIED,
    FAVOURITED,
    PURCHASED,
    RATED,
    COMPLETED
  }

  boolean isFinished() {
    return strongest == Kind.COMPLETED || progress >= 1;
  }
}
