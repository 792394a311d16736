package io.zhixun.search.pipeline;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Filters and facet values, read from item facts: the same function selects and counts. */
final class MatchFilter {
  private MatchFilter() {}

  /** The values an item has in a field. */
  static Collection<String> values(ItemFacts item, Facet facet) {
    return switch (facet) {
      case FORMAT -> List.of(item.format().name());
      case LEVEL -> item.level().map(level -> List.of(level.name())).orElse(List.of());
      case ACCESS -> List.of(item.offer().access().name());
      case CATEGORY -> item.category();
      case TAG -> item.tags();
      case AUTHOR -> item.authors();
      case LANGUAGE -> List.of(item.language());
    };
  }

  /** Whether an item has one of the wanted values in every field that is filtered. */
  static boolean accepts(ItemFacts item, Filters filters) {
    for (Map.Entry<Facet, Set<String>> filter : filters.wanted().entrySet()) {
      if (Collections.disjoint(filter.getValue(), values(item, filter.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
