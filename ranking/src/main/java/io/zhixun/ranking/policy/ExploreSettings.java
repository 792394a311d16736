package io.zhixun.ranking.policy;

import java.time.Duration;

/**
 * How new items get a chance.
 *
 * @param share of the places that new items have; 0 switches exploring off
 * @param newFor how long after publication an item is new
 * @param enough interest (in purchases) after which it must hold its own
 * @param spread how far chance may carry an item of which nothing is known, as a share of the range
 *     of scores
 * @param seed of chance
 */
public record ExploreSettings(
    double share, Duration newFor, double enough, double spread, long seed) {
  public static final ExploreSettings DEFAULTS =
      new ExploreSettings(0.08, Duration.ofDays(45), 20, 0.3, 7);

  public ExploreSettings {
    if (!(share >= 0 && share <= 0.5)) {
      throw new IllegalArgumentException("share must be 0..0.5, got " + share);
    }
    if (newFor.isNegative()) {
      throw new IllegalArgumentException("newFor must be >= 0, got " + newFor);
    }
    if (!(enough > 0)) {
      throw new IllegalArgumentException("enough must be > 0, got " + enough);
    }
    if (!(spread >= 0 && spread <= 10)) {
      throw new IllegalArgumentException("spread must be 0..10, got " + spread);
    }
  }
}
