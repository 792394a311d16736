package io.zhixun.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody who mistyped a name probably meant. */
final class Nearest {
  private Nearest() {}

  /** The known name that takes the fewest edits, when they are few for its length. */
  static Optional<String> to(String typed, Collection<String> known) {
    String plain = plain(typed);
    return known.stream()
        .filter(name -> edits(plain, plain(name)) <= Math.max(2, name.length() / 3))
        .min(
            Comparator.<String>comparingInt(name -> edits(plain, plain(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code ef_search}, {@code ef-search} and {@code EfSearch} all mean {@code efSearch}. */
  private static String plain(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other
   * (optimal string alignment). Cost: O(|a|·|b|), for names.
   */
  private static int edits(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
