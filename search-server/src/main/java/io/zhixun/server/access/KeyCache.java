package io.zhixun.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhixun.store.Key;
import io.zhixun.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Remembers what keys open, and which open nothing, for so short a time that a revoked one stops
 * within a second on every replica.
 *
 * <p>While the record cannot be asked, a key goes on opening what it opened when it last could:
 * reading must not stop with the database, and nothing is revoked there meanwhile either.
 */
final class KeyCache {
  private static final Duration MEMORY = Duration.ofMillis(700);
  private static final Duration LAST_KNOWN = Duration.ofMinutes(15);
  private static final int MAX_KEYS = 10_000;

  private final Function<String, Optional<Key>> find;
  private final Cache<String, Optional<Key>> current;
  private final Cache<String, Key> lastKnown;

  /**
   * @param find looks a presented key up in the record
   * @param nanos a stopwatch
   */
  KeyCache(Function<String, Optional<Key>> find, LongSupplier nanos) {
    this.find = find;
    this.current = cache(MEMORY, nanos);
    this.lastKnown = cache(LAST_KNOWN, nanos);
  }

  private static <V> Cache<String, V> cache(Duration memory, LongSupplier nanos) {
    return Caffeine.newBuilder()
        .maximumSize(MAX_KEYS)
        .expireAfterWrite(memory)
        .ticker(nanos::getAsLong)
        .build();
  }

  /** The key of what was presented, if it opens anything. */
  Optional<Key> find(String presented) {
    try {
      return current.get(presented, this::ask);
    } catch (StoreException e) {
      Optional<Key> known = Optional.ofNullable(lastKnown.getIfPresent(presented));
      if (known.isEmpty()) {
        throw e;
      }
      return known;
    }
  }

  private Optional<Key> ask(String presented) {
    Optional<Key> found = find.apply(presented);
    found.ifPresentOrElse(
        key -> lastKnown.put(presented, key), () -> lastKnown.invalidate(presented));
    return found;
  }
}
