package io.zhixun.server.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.zhixun.store.Key;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Remembers what keys give, and which give nothing, for so short a time that a revoked one stops
 * within a second on every replica.
 */
final class KeyCache {
  private static final Duration MEMORY = Duration.ofMillis(700);
  private static final int MAX_KEYS = 10_000;

  private final LoadingCache<String, Optional<Key>> keys;

  /**
   * @param find looks a presented key up in the record
   * @param nanos a stopwatch
   */
  KeyCache(Function<String, Optional<Key>> find, LongSupplier nanos) {
    this.keys =
        Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterWrite(MEMORY)
            .ticker(nanos::getAsLong)
            .build(find::apply);
  }

  Optional<Key> find(String presented) {
    return keys.get(presented);
  }
}
