package io.zhixun.store;

import io.zhixun.corpus.Item;
import java.time.Instant;
import java.util.Optional;

/**
 * One version in an item's history.
 *
 * @param item empty for a version that is the item's absence: it was deleted
 * @param batch the bulk change that made it
 */
public record ItemVersion(
    long version, long seq, Instant acceptedAt, Optional<Item> item, Optional<BatchId> batch) {}
