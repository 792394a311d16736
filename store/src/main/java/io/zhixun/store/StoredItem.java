package io.zhixun.store;

import io.zhixun.corpus.Item;

/**
 * An item as the record has it.
 *
 * @param version counted from 1
 * @param seq of the change that made this version
 */
public record StoredItem(Item item, long version, long seq) {}
