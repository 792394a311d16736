package io.zhixun.store;

import java.time.Duration;

/**
 * How long the record keeps what no longer holds.
 *
 * @param events how long events are kept after they were accepted
 * @param history how long versions of items, profiles, rules and terms are kept that others have
 *     replaced; what they were cannot be seen, and a batch not be taken back, after that
 * @param folders how long what the snapshots of another server need is kept after it was last heard
 *     of
 */
public record Retention(Duration events, Duration history, Duration folders) {
  private static final Duration SHORTEST = Duration.ofDays(1);

  public static final Retention DEFAULTS =
      new Retention(Duration.ofDays(1095), Duration.ofDays(365), Duration.ofDays(30));

  public Retention {
    require("events", events, SHORTEST);
    require("history", history, SHORTEST);
    require("folders", folders, SHORTEST.multipliedBy(2)); // each is heard of once a day
  }

  private static void require(String name, Duration duration, Duration least) {
    if (duration.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          name + " must be >= " + least.toDays() + "d, got " + duration);
    }
  }
}
