package io.zhixun.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.store.Key;
import io.zhixun.store.Role;
import io.zhixun.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyCacheTest {
  private static final Key KEY =
      new Key(
          "k1",
          new Key.Grant("test", Role.READER, Optional.empty(), Optional.empty()),
          Instant.EPOCH,
          Optional.empty(),
          Optional.empty());

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private Optional<Key> inRecord = Optional.of(KEY);
  private boolean away;
  private final KeyCache cache = new KeyCache(this::ask, now::get);

  private Optional<Key> ask(String presented) {
    asked.incrementAndGet();
    if (away) {
      throw new StoreException(StoreException.Code.UNAVAILABLE, "away");
    }
    return inRecord;
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void aKeyIsLookedUpOnceForAWhile() {
    cache.find("k1.s");
    cache.find("k1.s");

    assertEquals(1, asked.get());
  }

  @Test
  void whatChangedIsSeenWithinASecond() {
    cache.find("k1.s");
    inRecord = Optional.empty();

    pass(Duration.ofSeconds(1));

    assertEquals(Optional.empty(), cache.find("k1.s"));
  }

  @Test
  void aKeyGoesOnOpeningWhileTheRecordIsAway() {
    cache.find("k1.s");
    away = true;

    pass(Duration.ofMinutes(14));
    assertEquals(Optional.of(KEY), cache.find("k1.s"));
    pass(Duration.ofMinutes(1));
    assertThrows(StoreException.class, () -> cache.find("k1.s"));
  }

  @Test
  void aKeyThatNeverOpenedAnythingDoesNotStartToMeanwhile() {
    away = true;

    assertThrows(StoreException.class, () -> cache.find("k1.s"));
  }

  @Test
  void aRevokedKeyStaysRevokedWhenTheRecordGoesAway() {
    cache.find("k1.s");
    inRecord = Optional.empty();
    pass(Duration.ofSeconds(1));
    cache.find("k1.s");
    away = true;
    pass(Duration.ofSeconds(1));

    assertThrows(StoreException.class, () -> cache.find("k1.s"));
  }
}
