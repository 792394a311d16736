package io.zhixun.search.suggest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Entries in descending weight and, for each {@link Keys key}, the entries that have it: two sorted
 * arrays and one of entry numbers. Immutable.
 *
 * <p>A list in ascending order of numbers gives what is likely meant first, so that looking at the
 * beginning of it is enough. Building takes O(n log n) for the n keys of all entries, of which
 * there are some 25 for a title of ten characters.
 */
final class SuggestIndex {
  static final SuggestIndex EMPTY = new SuggestIndex(List.of(), new int[0], new int[1], new int[0]);

  /** The most entries in a list that is cut. */
  private static final int CUT = 256;

  private static final int COUNTERS = 1 << 20;

  private final List<Entry> entries;
  private final int[] keys;
  private final int[] starts;
  private final int[] numbers;

  private SuggestIndex(List<Entry> entries, int[] keys, int[] starts, int[] numbers) {
    this.entries = entries;
    this.keys = keys;
    this.starts = starts;
    this.numbers = numbers;
  }

  static SuggestIndex of(List<Entry> unordered, Sounds sounds) {
    Entry[] entries = unordered.toArray(Entry[]::new);
    Arrays.sort(
        entries,
        Comparator.comparingDouble((Entry entry) -> -entry.weight())
            .thenComparing(Entry::text)
            .thenComparing(Entry::kind));
    Pairs pairs = new Pairs();
    for (int number = 0; number < entries.length; number++) {
      int current = number;
      Keys.forEach(entries[number], sounds, key -> pairs.add(key, current));
    }
    return pairs.index(List.of(entries));
  }

  /** Keys with their entries, gathered before they are put in order. */
  private static final class Pairs {
    private long[] pairs = new long[1_024];
    private int size;
    private final short[] counts = new short[COUNTERS];

    void add(int key, int number) {
      if (Keys.isCut(key) && counts[(key >>> 1) & (COUNTERS - 1)]++ >= CUT) {
        counts[(key >>> 1) & (COUNTERS - 1)] = CUT;
        return;
      }
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, size * 2);
      }
      pairs[size++] = ((long) key << 32) | number;
    }

    SuggestIndex index(List<Entry> entries) {
      Arrays.sort(pairs, 0, size);
      int unique = 0;
      int distinctKeys = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || pairs[i] != pairs[i - 1]) {
          distinctKeys += unique == 0 || key(pairs[i]) != key(pairs[unique - 1]) ? 1 : 0;
          pairs[unique++] = pairs[i];
        }
      }
      int[] keys = new int[distinctKeys];
      int[] starts = new int[distinctKeys + 1];
      int[] numbers = new int[unique];
      int at = -1;
      for (int i = 0; i < unique; i++) {
        if (i == 0 || key(pairs[i]) != keys[at]) {
          keys[++at] = key(pairs[i]);
          starts[at] = i;
        }
        numbers[i] = (int) pairs[i];
      }
      starts[distinctKeys] = unique;
      return new SuggestIndex(entries, keys, starts, numbers);
    }

    private static int key(long pair) {
      return (int) (pair >> 32);
    }
  }

  int size() {
    return entries.size();
  }

  List<Entry> entries() {
    return entries;
  }

  /** How many entries have a key; for one whose list is cut, at most so many. */
  int count(int key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? 0 : starts[at + 1] - starts[at];
  }

  /** The entries of a key, at most so many, the heaviest first. */
  List<Entry> entries(int key, int limit) {
    int at = Arrays.binarySearch(keys, key);
    if (at < 0) {
      return List.of();
    }
    int size = Math.min(limit, starts[at + 1] - starts[at]);
    Entry[] found = new Entry[size];
    Arrays.setAll(found, i -> entries.get(numbers[starts[at] + i]));
    return List.of(found);
  }
}
