package io.zhixun.search.suggest;

import io.zhixun.ranking.feature.ItemFacts;
import java.util.Optional;

/** The items as they are now, as far as suggestions need them. Safe for many threads. */
public interface Catalogue {
  /** Every item, in no particular order. */
  Iterable<ItemFacts> all();

  Optional<ItemFacts> at(int row);

  /** How popular an item is, 0..1; {@code NaN} when that is not known. */
  double popularity(ItemFacts item);
}
