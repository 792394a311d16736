package io.zhixun.search.suggest;

import java.util.Arrays;
import java.util.Collection;
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

  private static final int SPREAD = 0x9E3779B1;

  /** A long has 64 bits. */
  private static final int SHIFT = Integer.SIZE - 6;

  /** The most entries in a list that is cut. */
  private static final int CUT = 256;

  /** A list is compared with another of up to so many times its length. */
  private static final int COMPARED = 16;

  private static final int COUNTERS = 1 << 20;

  private final List<Entry> entries;
  private final int[] keys;
  private final int[] starts;
  private final int[] numbers;

  /** What each entry is made of. */
  private final long[] characters;

  private SuggestIndex(List<Entry> entries, int[] keys, int[] starts, int[] numbers) {
    this.entries = entries;
    this.keys = keys;
    this.starts = starts;
    this.numbers = numbers;
    this.characters = entries.stream().mapToLong(entry -> characters(entry.folded())).toArray();
  }

  /** A bit for each character, which some share; spaces have none, for words may stand apart. */
  static long characters(String text) {
    long bits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != ' ') {
        bits |= 1L << ((text.charAt(i) * SPREAD) >>> SHIFT);
      }
    }
    return bits;
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

  /** How many entries have a key; for one whose list is cut, at most so many. */
  int count(int key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? 0 : starts[at + 1] - starts[at];
  }

  /** The entries of a key, the heaviest first. */
  Postings postings(int key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? none() : new Postings(numbers, starts[at], starts[at + 1]);
  }

  /**
   * The entries that have every one of some keys, the heaviest first; some that have not may be
   * among them: whole lists are compared while they are of like lengths, lists that are cut never.
   */
  Postings postingsOfAll(Collection<Integer> all) {
    List<Postings> lists =
        all.stream().distinct().map(this::postings).sorted(Postings.SHORTEST_FIRST).toList();
    if (lists.isEmpty()) {
      return none();
    }
    Postings narrowed = lists.getFirst();
    if (all.stream().anyMatch(Keys::isCut)) {
      return narrowed;
    }
    for (Postings next : lists.subList(1, lists.size())) {
      if (next.size() > COMPARED * narrowed.size()) {
        break;
      }
      narrowed = narrowed.alsoIn(next);
    }
    return narrowed;
  }

  private Postings none() {
    return new Postings(numbers, 0, 0);
  }

  /** Numbers of entries, ascending. */
  final class Postings {
    private static final Comparator<Postings> SHORTEST_FIRST =
        Comparator.comparingInt(Postings::size);

    private final int[] in;
    private final int start;
    private final int end;

    private Postings(int[] in, int start, int end) {
      this.in = in;
      this.start = start;
      this.end = end;
    }

    int size() {
      return end - start;
    }

    Entry entry(int i) {
      return entries.get(in[start + i]);
    }

    /** Whether an entry may be made of some characters but for so many. */
    boolean mayHold(int i, long wanted, int missing) {
      return Long.bitCount(wanted & ~characters[in[start + i]]) <= missing;
    }

    private Postings alsoIn(Postings other) {
      int[] both = new int[size()];
      int count = 0;
      int at = other.start;
      for (int i = start; i < end; i++) {
        while (at < other.end && other.in[at] < in[i]) {
          at++;
        }
        if (at < other.end && other.in[at] == in[i]) {
          both[count++] = in[i];
        }
      }
      return new Postings(both, 0, count);
    }
  }
}
