package io.zhixun.search.candidate;

import java.time.Duration;

/**
 * When a source is given up.
 *
 * @param deadline how long an answer waits for it
 * @param failures after so many in a row it is not asked for a while
 * @param pause how long that is
 * @param threads it may use
 */
public record GuardSettings(Duration deadline, int failures, Duration pause, int threads) {
  public static final GuardSettings DEFAULTS =
      new GuardSettings(Duration.ofSeconds(2), 3, Duration.ofSeconds(10), 2);

  public GuardSettings {
    requirePositive("deadline", deadline);
    requirePositive("pause", pause);
    if (failures < 1) {
      throw new IllegalArgumentException("failures must be >= 1, got " + failures);
    }
    if (threads < 1 || threads > 16) {
      throw new IllegalArgumentException("threads must be 1..16, got " + threads);
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be > 0, got " + value);
    }
  }
}
