package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.serving.Generation;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A plain order of works: by one number, larger first, ties by id. What has no such number comes
 * last.
 */
final class SortKey implements Comparator<WorkMatch> {
  /** Above every number that an item is sorted by; at most 1,000 items are pinned. */
  private static final double FIRST = 1e300;

  private final ToDoubleFunction<WorkMatch> value;
  private final Generation generation;

  private SortKey(ToDoubleFunction<WorkMatch> value, Generation generation) {
    this.value = value;
    this.generation = generation;
  }

  /**
   * @param now decides which early-bird prices still hold
   */
  static SortKey of(Sort sort, Generation generation, Instant now) {
    ToDoubleFunction<WorkMatch> value =
        switch (sort) {
          case RELEVANCE -> WorkMatch::score;
          case NEWEST ->
              work ->
                  work.item()
                      .dates()
                      .published()
                      .map(published -> (double) published.toEpochMilli())
                      .orElse(Double.NEGATIVE_INFINITY);
          case RATING -> work -> work.item().reception().rating().orElse(Double.NEGATIVE_INFINITY);
          case POPULARITY -> work -> popularity(generation, work.item(), now);
          case PRICE_ASC -> work -> -price(work.item(), now);
          case PRICE_DESC -> work -> price(work.item(), now);
        };
    return new SortKey(value, generation);
  }

  private static double popularity(Generation generation, ItemFacts item, Instant now) {
    double signal = generation.popularity().signal(item, now);
    return Double.isNaN(signal) ? 0 : signal;
  }

  private static double price(ItemFacts item, Instant now) {
    return item.offer().priceAt(now).orElse(0);
  }

  /** The same with certain items before all others, the first of them first. */
  SortKey after(Collection<ItemId> pinned) {
    if (pinned.isEmpty()) {
      return this;
    }
    Map<ItemId, Double> places = new HashMap<>();
    pinned.forEach(id -> places.put(id, FIRST * (1 - places.size() * 1e-3)));
    return new SortKey(
        work -> {
          Double place = places.get(work.item().id());
          return place == null ? value.applyAsDouble(work) : place;
        },
        generation);
  }

  Cursor.Key key(WorkMatch work) {
    return new Cursor.Key(value.applyAsDouble(work), work.item().row());
  }

  boolean isAfter(WorkMatch work, Cursor.Key key) {
    double mine = value.applyAsDouble(work);
    if (mine != key.value()) {
      return mine < key.value();
    }
    return generation
        .items()
        .at(key.row())
        .map(item -> work.item().id().compareTo(item.id()) > 0)
        .orElse(work.item().row() > key.row());
  }

  @Override
  public int compare(WorkMatch a, WorkMatch b) {
    int byValue = Double.compare(value.applyAsDouble(b), value.applyAsDouble(a));
    return byValue != 0 ? byValue : a.item().id().compareTo(b.item().id());
  }
}
