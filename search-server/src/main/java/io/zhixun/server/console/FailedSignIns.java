package io.zhixun.server.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts failed attempts by name and by address, so that guessing a password takes years. After so
 * many nobody gets in under that name, or from that address, until a quarter of an hour after the
 * first of them.
 */
final class FailedSignIns {
  static final int MOST_FOR_NAME = 5;
  static final int MOST_FROM_ADDRESS = 30;
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final int KEPT = 20_000;

  private final Cache<String, Failures> failures = Caffeine.newBuilder().maximumSize(KEPT).build();

  private record Failures(int count, Instant since) {
    boolean isOver(Instant now) {
      return !now.isBefore(since.plus(WINDOW));
    }
  }

  /** Whether another attempt may be made. */
  boolean mayTry(String name, String address, Instant now) {
    return count("n " + name, now) < MOST_FOR_NAME
        && count("a " + address, now) < MOST_FROM_ADDRESS;
  }

  private int count(String key, Instant now) {
    Failures known = failures.getIfPresent(key);
    return known == null || known.isOver(now) ? 0 : known.count();
  }

  void failed(String name, String address, Instant now) {
    one("n " + name, now);
    one("a " + address, now);
  }

  private void one(String key, Instant now) {
    failures
        .asMap()
        .compute(
            key,
            (_, known) ->
                known == null || known.isOver(now)
                    ? new Failures(1, now)
                    : new Failures(known.count() + 1, known.since()));
  }

  /** Somebody got in: what was mistyped under that name before is forgotten. */
  void succeeded(String name) {
    failures.invalidate("n " + name);
  }
}
