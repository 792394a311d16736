package io.zhixun.search.serving;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.suggest.Catalogue;
import java.time.Instant;
import java.util.Optional;

/**
 * The items of a generation as suggestions see them.
 *
 * @param asOf when popularity is compared: one moment for all, since suggestions are kept in order
 */
public record Suggestible(ItemTable items, PopularityBoard board, Instant asOf)
    implements Catalogue {
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
    return board.signal(item, asOf);
  }
}
