package io.zhixun.cli;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.search.pipeline.DiscoveryPipeline;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoredItem;
import java.util.Optional;

/** Items as the record has them; while that is away, as they are served. */
record KnownItems(Store store, DiscoveryPipeline discovery) {
  /**
   * An item of any status.
   *
   * @throws StoreException when the record cannot be read and the item is not served either
   */
  Optional<Item> item(ItemId id) {
    try {
      return store.item(id).map(StoredItem::item);
    } catch (StoreException away) {
      return Optional.of(discovery.item(id).orElseThrow(() -> away));
    }
  }
}
