package io.zhixun.search.measure;

import io.zhixun.corpus.Event;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was searched most, counted by people: one who repeats a query counts once. */
public final class FrequentQueries {
  private FrequentQueries() {}

  /**
   * The most frequent ones, trimmed, as they were typed.
   *
   * @param most how many
   */
  public static List<String> of(Collection<Event> events, int most) {
    Map<String, Set<String>> askers = new HashMap<>();
    for (Event event : events) {
      if (event instanceof Event.Search search && !search.query().isBlank()) {
        askers
            .computeIfAbsent(search.query().strip(), _ -> new HashSet<>())
            .add(search.header().actor().toString());
      }
    }
    return askers.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, Set<String>> entry) -> entry.getValue().size())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
