package io.zhixun.search.suggest;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.ranking.feature.ItemFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A catalogue of a few items, the popularity of which is their rating count in hundredths. */
final class Bookshelf implements Catalogue {
  private final List<Optional<ItemFacts>> rows = new ArrayList<>();

  /** Adds an item, or replaces the one of this row. */
  ItemFacts put(int row, String title, String author, String tag, int popularity) {
    return put(row, title, author, tag, popularity, "PUBLISHED");
  }

  ItemFacts put(int row, String title, String author, String tag, int popularity, String status) {
    String line =
        "{'id':'i%d','format':'EBOOK','title':'%s','authors':['%s'],'tags':['%s'],'ratingCount':%d,'status':'%s'}"
            .formatted(row, title, author, tag, popularity, status)
            .replace('\'', '"');
    Item item = StrictJson.read(line).then(ItemCheck::read).valid().orElseThrow();
    ItemFacts facts = ItemFacts.of(item, row);
    while (rows.size() <= row) {
      rows.add(Optional.empty());
    }
    rows.set(row, Optional.of(facts));
    return facts;
  }

  void remove(int row) {
    rows.set(row, Optional.empty());
  }

  @Override
  public Iterable<ItemFacts> all() {
    return rows.stream().flatMap(Optional::stream).toList();
  }

  @Override
  public Optional<ItemFacts> at(int row) {
    return row < rows.size() ? rows.get(row) : Optional.empty();
  }

  @Override
  public double popularity(ItemFacts item) {
    return item.reception().ratingCount().orElse(0) / 100.0;
  }
}
