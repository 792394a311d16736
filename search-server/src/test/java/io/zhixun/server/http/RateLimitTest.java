package io.zhixun.server.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Starts just before the stopwatch overflows, as a real one may. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND / 2);

  @Test
  void aBurstPassesAndTheNextMustWait() {
    RateLimit limit = new RateLimit(10, 5, now::get);

    for (int i = 0; i < 5; i++) {
      assertDoesNotThrow(() -> limit.count("a"));
    }
    ProblemException refused = assertThrows(ProblemException.class, () -> limit.count("a"));

    assertEquals(ProblemCode.RATE_LIMITED, refused.code());
    assertEquals("1", refused.headers().get("Retry-After"));
    assertDoesNotThrow(() -> limit.count("b"));
  }

  @Test
  void aPlaceComesBackAfterEachInterval() {
    RateLimit limit = new RateLimit(10, 1, now::get);
    limit.count("a");

    now.addAndGet(SECOND / 10 - 1);
    assertThrows(ProblemException.class, () -> limit.count("a"));
    now.addAndGet(1);
    assertDoesNotThrow(() -> limit.count("a"));
  }

  @Test
  void neverMorePassThanABurstAndTheRateAllow() {
    long seed = seed();
    Random random = new Random(seed);
    int rate = 1 + random.nextInt(50);
    int burst = 1 + random.nextInt(20);
    long interval = SECOND / rate;
    RateLimit limit = new RateLimit(rate, burst, now::get);
    // The oracle: a bucket of tokens, kept as the times at which spent ones come back.
    Deque<Long> spent = new ArrayDeque<>();

    for (int i = 0; i < 5_000; i++) {
      long at = now.addAndGet(random.nextLong(3 * interval / 2));
      while (!spent.isEmpty() && spent.peekFirst() - at <= 0) {
        spent.removeFirst();
      }
      boolean expected = spent.size() < burst;
      boolean passed = passes(limit);
      assertEquals(expected, passed, "step " + i + ", -Dzhixun.seed=" + seed);
      if (passed) {
        spent.addLast((spent.isEmpty() ? at : spent.peekLast()) + interval);
      }
    }
  }

  private static boolean passes(RateLimit limit) {
    try {
      limit.count("a");
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  private static long seed() {
    String given = System.getProperty("zhixun.seed", "");
    return given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
  }
}
