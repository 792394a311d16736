package io.zhixun.search.analytics;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time that ends with a moment.
 *
 * @param from the first instant that counts
 * @param to the last one
 */
public record Period(Instant from, Instant to) {
  public static Period lastDays(int days, Instant now) {
    return new Period(now.minus(Duration.ofDays(days)), now);
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }
}
