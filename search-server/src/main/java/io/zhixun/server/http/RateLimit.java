package io.zhixun.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How often each of many callers may come: a steady rate, and a burst above it after a pause.
 *
 * <p>The generic cell rate algorithm (ITU-T I.371, the "virtual scheduling" form): one number a
 * caller, the theoretical arrival time {@code t} of the next request. A request at {@code now} is
 * refused when {@code t − now > (burst − 1) · interval}; else {@code t = max(t, now) + interval}.
 * Constant time, no lock, safe for many threads.
 */
public final class RateLimit {
  /** Callers remembered; beyond it the ones not seen for longest start afresh. */
  private static final int MAX_CALLERS = 100_000;

  /** By then a place has come back, since the rate is at least one a second. */
  private static final int RETRY_SECONDS = 1;

  private final long interval;
  private final long slack;
  private final LongSupplier nanos;
  private final Cache<String, AtomicLong> arrivals;

  /**
   * @param perSecond steady rate, above zero
   * @param burst requests that may come at once, at least one
   * @param nanos a stopwatch
   */
  public RateLimit(int perSecond, int burst, LongSupplier nanos) {
    if (perSecond < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "perSecond and burst must be >= 1, got " + perSecond + " and " + burst);
    }
    this.interval = Math.max(1, Duration.ofSeconds(1).toNanos() / perSecond);
    this.slack = (burst - 1) * interval;
    this.nanos = nanos;
    this.arrivals =
        Caffeine.newBuilder()
            .maximumSize(MAX_CALLERS)
            .expireAfterAccess(Duration.ofNanos(slack + interval).plusMinutes(1))
            .ticker(nanos::getAsLong)
            .build();
  }

  /**
   * Counts one request.
   *
   * @throws ProblemException when it comes too early; the header says when to come again
   */
  public void count(String caller) {
    long now = nanos.getAsLong();
    AtomicLong next = arrivals.get(caller, _ -> new AtomicLong(now));
    while (true) {
      long expected = next.get();
      long ahead = expected - now;
      if (ahead > slack) {
        throw ProblemException.retryAfter(
            RETRY_SECONDS, ProblemCode.RATE_LIMITED, "too many requests at once");
      }
      if (next.compareAndSet(expected, (ahead > 0 ? expected : now) + interval)) {
        return;
      }
    }
  }
}
