package io.zhixun.search.analytics;

import java.time.Duration;

/**
 * How behaviour is counted.
 *
 * @param keep how long a report is shown before it is made anew, 1 second to 1 day
 * @param queries different queries that are counted, at most; rarer newcomers are left out then
 * @param requests answers that are held open for the clicks that belong to them
 * @param served latest answers whose sources are remembered
 * @param lowClick when a query counts as passed over
 */
public record AnalyticsSettings(
    Duration keep, int queries, int requests, int served, LowClick lowClick) {

  /**
   * When a query counts as passed over.
   *
   * @param leastShown answers that must have been shown before anything is said, 1 or more
   * @param below share of these answers in which something was clicked, 0..1
   */
  public record LowClick(int leastShown, double below) {
    public LowClick {
      require(leastShown >= 1, "leastShown must be >= 1, got " + leastShown);
      require(below >= 0 && below <= 1, "below must be 0..1, got " + below);
    }
  }

  public static final AnalyticsSettings DEFAULTS =
      new AnalyticsSettings(Duration.ofMinutes(10), 50_000, 50_000, 20_000, new LowClick(10, 0.2));

  private static final int MOST = 10_000_000;

  public AnalyticsSettings {
    require(
        keep.compareTo(Duration.ofSeconds(1)) >= 0 && keep.compareTo(Duration.ofDays(1)) <= 0,
        "keep must be 1s..1d, got " + keep);
    requireCount("queries", queries);
    requireCount("requests", requests);
    requireCount("served", served);
  }

  private static void requireCount(String name, int value) {
    require(value >= 1 && value <= MOST, name + " must be 1..10000000, got " + value);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
