package io.zhixun.store;

import java.time.Duration;

/**
 * How the record is kept.
 *
 * @param url {@code sqlite}, a database file in the data folder; or the {@code jdbc:postgresql:}
 *     address of a database that several servers share
 * @param readers connections that read, at most; one more writes
 * @param queue calls of {@link Store#submit} that may wait; the next one is refused as overloaded
 * @param lockTimeout how long to wait while another process writes
 * @param pollInterval how often to look for what another process wrote
 */
public record StoreSettings(
    String url, int readers, int queue, Duration lockTimeout, Duration pollInterval) {
  private static final String SQLITE = "sqlite";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  public static final StoreSettings DEFAULTS =
      new StoreSettings(SQLITE, 4, 1024, Duration.ofSeconds(5), Duration.ofMillis(100));

  public StoreSettings {
    require(
        url.equals(SQLITE) || url.startsWith(POSTGRESQL),
        "url must be sqlite or begin with jdbc:postgresql:, got " + url);
    require(readers >= 1 && readers <= 64, "readers must be 1..64, got " + readers);
    require(queue >= 1 && queue <= 1_000_000, "queue must be 1..1000000, got " + queue);
    require(
        !lockTimeout.isNegative() && lockTimeout.compareTo(Duration.ofMinutes(10)) <= 0,
        "lockTimeout must be 0..10m, got " + lockTimeout);
    require(
        pollInterval.toMillis() >= 1 && pollInterval.compareTo(Duration.ofMinutes(1)) <= 0,
        "pollInterval must be 1ms..1m, got " + pollInterval);
  }

  /** Whether the record is a file in the data folder. */
  public boolean isSqlite() {
    return url.equals(SQLITE);
  }

  /** The same for another database. */
  public StoreSettings withUrl(String other) {
    return new StoreSettings(other, readers, queue, lockTimeout, pollInterval);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
