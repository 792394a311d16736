package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Filters.Count;
import io.zhixun.search.lexical.Filters.Counts;
import io.zhixun.search.lexical.Matches;
import io.zhixun.search.serving.ItemTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All matches of a query that may be shown, before filters: what totals, facets and pages are made
 * from.
 *
 * <p>Totals and facets count works, which no per-document facet counter can do, so they are counted
 * here from the facts of the matches: O(matches).
 */
final class WorkMatches {
  private static final int MAX_FACET_VALUES = 50;

  private final Set<ItemId> pinned;
  private final List<ItemFacts> items = new ArrayList<>();
  private final List<Float> scores = new ArrayList<>();

  /**
   * @param allowed whether an item may be in this answer
   * @param pinned items that editors want first; they match whatever was asked
   */
  WorkMatches(Matches matches, ItemTable table, Predicate<ItemFacts> allowed, Set<ItemId> pinned) {
    this.pinned = pinned;
    Set<ItemId> missing = new LinkedHashSet<>(pinned);
    for (int i = 0; i < matches.size(); i++) {
      Optional<ItemFacts> item = table.at(matches.row(i)).filter(allowed);
      if (item.isPresent()) {
        items.add(item.get());
        scores.add(matches.score(i));
        missing.remove(item.get().id());
      }
    }
    for (ItemId id : missing) {
      table
          .of(id)
          .filter(allowed)
          .ifPresent(
              item -> {
                items.add(item);
                scores.add(0f);
              });
    }
  }

  /** The works that pass the filters, each as its best edition, in no particular order. */
  List<WorkMatch> works(Filters filters) {
    List<WorkMatch> works = new ArrayList<>();
    Map<String, List<Integer>> grouped = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      ItemFacts item = items.get(i);
      if (!MatchFilter.accepts(item, filters)) {
        continue;
      }
      if (standsAlone(item)) {
        works.add(new WorkMatch(item, scores.get(i), List.of()));
      } else {
        grouped.computeIfAbsent(item.work(), _ -> new ArrayList<>()).add(i);
      }
    }
    grouped.values().forEach(editions -> works.add(best(editions)));
    return works;
  }

  private WorkMatch best(List<Integer> editions) {
    editions.sort(
        Comparator.<Integer, Boolean>comparing(i -> !pinned.contains(items.get(i).id()))
            .thenComparingDouble(i -> -scores.get(i))
            .thenComparing(this::published, Comparator.reverseOrder())
            .thenComparing(i -> items.get(i).id()));
    List<ItemFacts> others = editions.stream().skip(1).map(items::get).toList();
    int first = editions.getFirst();
    return new WorkMatch(items.get(first), scores.get(first), others);
  }

  private Instant published(int i) {
    return items.get(i).dates().published().orElse(Instant.MIN);
  }

  private static boolean standsAlone(ItemFacts item) {
    return item.work().equals(item.id().value());
  }

  /** The counts of each field, its own filter left out; most frequent first, then by value. */
  List<Counts> facets(List<Facet> wanted, Filters filters) {
    return wanted.stream().map(facet -> counts(facet, filters.without(facet))).toList();
  }

  private Counts counts(Facet facet, Filters filters) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Set<String>> countedWorks = new HashMap<>();
    for (ItemFacts item : items) {
      if (!MatchFilter.accepts(item, filters)) {
        continue;
      }
      for (String value : MatchFilter.values(item, facet)) {
        if (standsAlone(item)
            || countedWorks.computeIfAbsent(value, _ -> new HashSet<>()).add(item.work())) {
          counts.merge(value, 1, Integer::sum);
        }
      }
    }
    List<Count> sorted =
        counts.entrySet().stream()
            .map(entry -> new Count(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingInt((Count count) -> -count.count())
                    .thenComparing(Count::value))
            .limit(MAX_FACET_VALUES)
            .toList();
    return new Counts(facet, sorted);
  }
}
