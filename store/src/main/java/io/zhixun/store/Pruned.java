package io.zhixun.store;

/**
 * What pruning did.
 *
 * @param forgotten events whose content went, because their time was over
 * @param removed entries that are gone altogether
 */
public record Pruned(long forgotten, long removed) {}
