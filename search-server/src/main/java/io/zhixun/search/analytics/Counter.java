package io.zhixun.search.analytics;

import io.zhixun.search.analytics.Report.Rate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shown and clicked by kind. */
final class Counter<K> {
  private final Map<K, Pair> pairs = new HashMap<>();

  /** Two counts. */
  private static final class Pair {
    long shown;
    long clicked;
  }

  void shown(K kind) {
    pair(kind).shown++;
  }

  void clicked(K kind) {
    pair(kind).clicked++;
  }

  private Pair pair(K kind) {
    return pairs.computeIfAbsent(kind, _ -> new Pair());
  }

  Rate<K> of(K kind) {
    Pair pair = pairs.getOrDefault(kind, new Pair());
    return new Rate<>(kind, pair.shown, pair.clicked);
  }

  List<Rate<K>> rates(Comparator<Rate<K>> order) {
    return pairs.keySet().stream().map(this::of).sorted(order).toList();
  }

  /** The largest first. */
  static <K extends Comparable<K>> Comparator<Rate<K>> mostShown() {
    return Comparator.comparingLong((Rate<K> rate) -> -rate.shown()).thenComparing(Rate::kind);
  }

  static <K extends Comparable<K>> Comparator<Rate<K>> byKind() {
    return Comparator.comparing(Rate::kind);
  }
}
