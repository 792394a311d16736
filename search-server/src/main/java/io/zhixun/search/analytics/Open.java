package io.zhixun.search.analytics;

import io.zhixun.corpus.ItemId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** An answer of which more may be told: what it was asked for, what was shown, what was clicked. */
final class Open {
  private final Map<ItemId, Integer> places = new HashMap<>();
  private final Set<ItemId> clicked = new HashSet<>();
  private Optional<Queries.Line> query = Optional.empty();
  private boolean isSearch;

  /** It answers this query. */
  void answers(Optional<Queries.Line> line) {
    if (query.isEmpty()) {
      query = line;
      isSearch = true;
      if (!places.isEmpty()) {
        line.ifPresent(Queries.Line::shown);
      }
    }
  }

  /** An item was shown; false when that was told already. */
  boolean show(ItemId item, int position) {
    if (places.isEmpty()) {
      query.ifPresent(Queries.Line::shown);
    }
    return places.putIfAbsent(item, position) == null;
  }

  boolean isShown() {
    return !places.isEmpty();
  }

  /** Where the item stood that was clicked; nowhere when it was not shown or clicked before. */
  OptionalInt click(ItemId item) {
    Integer position = places.get(item);
    if (position == null || clicked.contains(item)) {
      return OptionalInt.empty();
    }
    if (clicked.isEmpty()) {
      query.ifPresent(Queries.Line::clicked);
    }
    clicked.add(item);
    return OptionalInt.of(position);
  }

  boolean isClicked(ItemId item) {
    return clicked.contains(item);
  }

  boolean isClicked() {
    return !clicked.isEmpty();
  }

  boolean isSearch() {
    return isSearch;
  }

  void isSearch(boolean search) {
    isSearch |= search;
  }
}
