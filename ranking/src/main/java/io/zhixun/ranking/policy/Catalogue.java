package io.zhixun.ranking.policy;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import java.util.List;
import java.util.Optional;

/** What policy must know of items beside the one that it judges. */
public interface Catalogue {
  /** What is known of an item; empty when nothing is. */
  Optional<ItemFacts> of(ItemId id);

  /** All items of one work, in ascending order of id. */
  List<ItemFacts> editions(String work);
}
