package io.zhixun.cli;

import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Names for answers: time first, so that they sort, then 40 random bits; Crockford's base 32. */
final class RequestNames implements Supplier<String> {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 8;

  private final InstantSource clock;
  private final RandomGenerator random;

  RequestNames(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String get() {
    StringBuilder name = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS);
    append(name, clock.millis(), TIME_DIGITS);
    append(name, random.nextLong(), RANDOM_DIGITS);
    return name.toString();
  }

  private static void append(StringBuilder name, long value, int digits) {
    for (int digit = digits - 1; digit >= 0; digit--) {
      name.append(DIGITS.charAt((int) (value >>> (5 * digit)) & 31));
    }
  }
}
