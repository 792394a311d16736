package io.zhixun.server.http;

import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Names for requests in the form of a ULID: 26 characters of Crockford's base 32, the first ten
 * from the clock, so that they sort by time. Safe for many threads if the generator is.
 */
final class RequestIds implements Supplier<String> {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;

  private final InstantSource clock;
  private final RandomGenerator random;

  RequestIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String get() {
    StringBuilder id = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS);
    append(id, clock.millis(), TIME_DIGITS);
    append(id, random.nextLong(), RANDOM_DIGITS / 2);
    append(id, random.nextLong(), RANDOM_DIGITS / 2);
    return id.toString();
  }

  /** The lowest {@code 5 · digits} bits, highest first. */
  private static void append(StringBuilder id, long bits, int digits) {
    for (int digit = digits - 1; digit >= 0; digit--) {
      id.append(DIGITS.charAt((int) (bits >>> (5 * digit)) & 31));
    }
  }
}
