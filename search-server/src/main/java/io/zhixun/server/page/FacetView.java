package io.zhixun.server.page;

import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters.Count;
import io.zhixun.search.lexical.Filters.Counts;
import io.zhixun.server.page.wording.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * One field to narrow a search by.
 *
 * @param values shown at once
 * @param more shown on demand
 */
record FacetView(String name, List<Value> values, List<Value> more) {
  private static final int AT_ONCE = 6;
  private static final int AT_MOST = 24;

  /** Of a long query, which every address here repeats; who typed that much has narrowed it. */
  private static final int FEW = 2;

  FacetView {
    values = List.copyOf(values);
    more = List.copyOf(more);
  }

  /** A value with the address that adds it, or takes it away when it is chosen. */
  record Value(String label, int count, String href, boolean chosen) {}

  /** The fields worth showing: those in which there is a choice. */
  static List<FacetView> of(List<Counts> counts, SearchQuery query) {
    List<FacetView> views = new ArrayList<>();
    for (Counts field : counts) {
      List<Value> values = values(field, query);
      if (values.size() > 1 || values.stream().anyMatch(Value::chosen)) {
        int cut = Math.min(query.isLong() ? FEW : AT_ONCE, values.size());
        int most = query.isLong() ? cut : Math.min(AT_MOST, values.size());
        views.add(
            new FacetView(
                Labels.of(field.facet()), values.subList(0, cut), values.subList(cut, most)));
      }
    }
    return views;
  }

  /** What is chosen first, so that it is always in sight. */
  private static List<Value> values(Counts field, SearchQuery query) {
    List<Value> chosen = new ArrayList<>();
    List<Value> others = new ArrayList<>();
    for (Count count : field.values()) {
      boolean isChosen = query.has(field.facet(), count.value());
      (isChosen ? chosen : others).add(value(field.facet(), count, query, isChosen));
    }
    chosen.addAll(others);
    return chosen;
  }

  private static Value value(Facet facet, Count count, SearchQuery query, boolean chosen) {
    return new Value(
        Labels.of(facet, count.value()),
        count.count(),
        query.toggled(facet, count.value()).href(),
        chosen);
  }
}
