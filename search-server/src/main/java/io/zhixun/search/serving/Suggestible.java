package io.zhixun.search.serving;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.suggest.Catalogue;
import java.util.Optional;

/** The items of a generation as suggestions see them. */
public record Suggestible(ItemTable items, PopularityBoard board) implements Catalogue {
  @Override
  public Iterable<ItemFacts> all() {
    return items.newestFirst();
  }

  @Override
  public Optional<ItemFacts> at(int row) {
    return items.at(row);
  }

  @Override
  public double popularity(ItemFacts item) {
    return board.signal(item);
  }
}
