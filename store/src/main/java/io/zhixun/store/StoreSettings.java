package io.zhixun.store;

import java.time.Duration;

/**
 * How the record is kept.
 *
 * @param readers connections that read, at most; one more writes
 * @param queue calls of {@link Store#submit} that may wait; the next one is refused as overloaded
 * @param lockTimeout how long to wait while another process writes
 * @param pollInterval how often to look for what another process wrote
 */
public record StoreSettings(int readers, int queue, Duration lockTimeout, Duration pollInterval) {
  public static final StoreSettings DEFAULTS =
      new StoreSettings(4, 1024, Duration.ofSeconds(5), Duration.ofMillis(100));

  public StoreSettings {
    require(readers >= 1 && readers <= 64, "readers must be 1..64, got " + readers);
    require(queue >= 1 && queue <= 1_000_000, "queue must be 1..1000000, got " + queue);
    require(
        !lockTimeout.isNegative() && lockTimeout.compareTo(Duration.ofMinutes(10)) <= 0,
        "lockTimeout must be 0..10m, got " + lockTimeout);
    require(
        pollInterval.toMillis() >= 1 && pollInterval.compareTo(Duration.ofMinutes(1)) <= 0,
        "pollInterval must be 1ms..1m, got " + pollInterval);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
