package io.zhixun.store;

import java.time.Duration;

/**
 * How long the record keeps what no longer holds.
 *
 * @param events how long events are kept after they were accepted
 * @param history how long versions of items, profiles, rules and terms are kept that others have
 *     replaced; what they were cannot be seen, and a batch not be taken back, after that
 */
public record Retention(Duration events, Duration history) {
  private static final Duration SHORTEST = Duration.ofDays(1);

  public static final Retention DEFAULTS =
      new Retention(Duration.ofDays(1095), Duration.ofDays(365));

  public Retention {
    require("events", events);
    require("history", history);
  }

  private static void require(String name, Duration duration) {
    if (duration.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(name + " must be >= 1d, got " + duration);
    }
  }
}
