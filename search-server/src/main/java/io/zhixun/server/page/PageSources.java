package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.search.pipeline.Discovery;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the pages need from the rest of the house.
 *
 * @param items looks an item up, of whatever status; pages show only those that are visible
 */
public record PageSources(
    Discovery discovery,
    Function<ItemId, Optional<Item>> items,
    Learners learners,
    Feedback feedback,
    OwnData own) {}
