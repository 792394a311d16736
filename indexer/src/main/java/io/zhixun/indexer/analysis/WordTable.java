package io.zhixun.indexer.analysis;

import java.util.Collection;
import java.util.function.IntPredicate;

/**
 * A fixed set of words that is looked up at a place of a text without cutting the text: the range
 * of sorted words that share the characters read so far is told by a table for the first of them
 * and narrowed by binary search for the others, O(length of the match · log words that start so).
 */
final class WordTable {
  /** No word stands there. */
  static final int NONE = -1;

  private final String[] words;

  /** Where the words that start with a UTF-16 unit begin; they end where those of the next do. */
  private final int[] starts = new int[Character.MAX_VALUE + 2];

  WordTable(Collection<String> words) {
    this.words =
        words.stream().filter(word -> !word.isEmpty()).sorted().distinct().toArray(String[]::new);
    int word = 0;
    for (int unit = 0; unit < starts.length; unit++) {
      while (word < this.words.length && this.words[word].charAt(0) < unit) {
        word++;
      }
      starts[unit] = word;
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
    if (from >= to) {
      return NONE;
    }
    int low = starts[text.charAt(from)];
    int high = starts[text.charAt(from) + 1];
    int best = NONE;
    for (int length = 1; low < high; length++) {
      if (words[low].length() == length && mayEnd.test(from + length)) {
        best = low;
      }
      if (from + length == to) {
        break;
      }
      char unit = text.charAt(from + length);
      low = bound(low, high, length, unit);
      high = bound(low, high, length, unit + 1);
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
