package io.zhixun.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Row numbers of learners or of items, issued on first mention and never reused. Learned data and
 * cursors speak of rows alone; erasing a learner removes the mapping and leaves a gap.
 *
 * @param numbers row of each identifier that is still known
 * @param size one more than the largest row ever issued
 */
public record Rows<K>(Map<K, Integer> numbers, int size) {
  public Rows {
    numbers = Map.copyOf(numbers);
  }

  public OptionalInt of(K key) {
    Integer row = numbers.get(key);
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Numbers identifiers in the order in which they first appear, for data without a store. */
  public static <K> Rows<K> byFirstAppearance(Iterable<K> keys) {
    Map<K, Integer> numbers = new LinkedHashMap<>();
    for (K key : keys) {
      numbers.putIfAbsent(key, numbers.size());
    }
    return new Rows<>(numbers, numbers.size());
  }
}
