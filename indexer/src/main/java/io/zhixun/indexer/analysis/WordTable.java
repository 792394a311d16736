package io.zhixun.indexer.analysis;

import java.util.BitSet;
import java.util.Collection;
import java.util.function.IntPredicate;

/**
 * A fixed set of words that is looked up at a place of a text without cutting the text: the range
 * of sorted words that share the characters read so far is narrowed by binary search, O(length of
 * the match · log words).
 */
final class WordTable {
  /** No word stands there. */
  static final int NONE = -1;

  private final String[] words;
  private final BitSet firstUnits = new BitSet();

  WordTable(Collection<String> words) {
    this.words =
        words.stream().filter(word -> !word.isEmpty()).sorted().distinct().toArray(String[]::new);
    for (String word : this.words) {
      firstUnits.set(word.charAt(0));
    }
  }

  boolean isEmpty() {
    return words.length == 0;
  }

  /** A word by its number in sorted order. */
  String word(int number) {
    return words[number];
  }

  /**
   * The number of the longest word that stands in a text from an offset on, or {@link #NONE}.
   *
   * @param to no word may reach beyond it
   * @param mayEnd whether a word may end at an offset
   */
  int longest(String text, int from, int to, IntPredicate mayEnd) {
    if (from >= to || !firstUnits.get(text.charAt(from))) {
      return NONE;
    }
    int low = 0;
    int high = words.length;
    int best = NONE;
    for (int depth = 0; from + depth < to && low < high; depth++) {
      char unit = text.charAt(from + depth);
      low = bound(low, high, depth, unit);
      high = bound(low, high, depth, unit + 1);
      if (low < high && words[low].length() == depth + 1 && mayEnd.test(from + depth + 1)) {
        best = low;
      }
    }
    return best;
  }

  /** The first word of a range whose unit at a depth is at least a value; too short counts less. */
  private int bound(int low, int high, int depth, int unit) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = (from + to) >>> 1;
      String word = words[middle];
      if (word.length() <= depth || word.charAt(depth) < unit) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
