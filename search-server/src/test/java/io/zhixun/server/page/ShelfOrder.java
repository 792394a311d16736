package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Filters.Count;
import io.zhixun.search.lexical.Filters.Counts;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** How a shelf is sorted, filtered and counted. */
final class ShelfOrder {
  private static final int MOST_VALUES = 30;

  private ShelfOrder() {}

  static Comparator<Item> order(Sort sort, ToDoubleFunction<Item> score, Instant now) {
    Comparator<Item> order =
        switch (sort) {
          case RELEVANCE -> Comparator.comparingDouble(item -> -score.applyAsDouble(item));
          case NEWEST ->
              Comparator.comparing(
                  (Item item) -> item.dates().published().orElse(Instant.EPOCH),
                  Comparator.reverseOrder());
          case RATING -> Comparator.comparingDouble(item -> -item.reception().rating().orElse(0));
          case POPULARITY ->
              Comparator.comparingLong(item -> -item.reception().learnerCount().orElse(0));
          case PRICE_ASC -> Comparator.comparingLong(item -> item.offer().priceAt(now).orElse(0));
          case PRICE_DESC -> Comparator.comparingLong(item -> -item.offer().priceAt(now).orElse(0));
        };
    return order.thenComparing(Item::id);
  }

  static List<Item> oneAWork(List<Item> items) {
    Map<String, Item> works = new LinkedHashMap<>();
    items.forEach(item -> works.putIfAbsent(item.work(), item));
    return List.copyOf(works.values());
  }

  static Predicate<Item> passes(Filters filters) {
    return item ->
        filters.wanted().entrySet().stream()
            .allMatch(
                wanted ->
                    values(item, wanted.getKey()).stream().anyMatch(wanted.getValue()::contains));
  }

  private static List<String> values(Item item, Facet facet) {
    return switch (facet) {
      case FORMAT -> List.of(item.format().name());
      case LEVEL -> item.audience().level().map(Enum::name).stream().toList();
      case ACCESS -> List.of(item.offer().access().name());
      case CATEGORY -> item.text().category();
      case TAG -> item.text().tags();
      case AUTHOR -> item.text().authors();
      case LANGUAGE -> List.of(item.text().language());
    };
  }

  static List<Counts> facets(Requests.Search request, List<Item> matching) {
    List<Counts> facets = new ArrayList<>();
    for (Facet facet : request.facets()) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      oneAWork(matching.stream().filter(passes(request.filters().without(facet))).toList())
          .forEach(
              item ->
                  new HashSet<>(values(item, facet))
                      .forEach(v -> counts.merge(v, 1, Integer::sum)));
      facets.add(
          new Counts(
              facet,
              counts.entrySet().stream()
                  .map(entry -> new Count(entry.getKey(), entry.getValue()))
                  .sorted(
                      Comparator.comparingInt((Count c) -> -c.count()).thenComparing(Count::value))
                  .limit(MOST_VALUES)
                  .toList()));
    }
    return facets;
  }
}
