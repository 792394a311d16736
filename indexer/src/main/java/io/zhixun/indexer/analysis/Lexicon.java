package io.zhixun.indexer.analysis;

import java.util.Set;
import java.util.TreeSet;

/**
 * Domain words that smartcn's dictionary does not know, such as 机器学习 or Spring Boot. They are found
 * wherever they stand and emitted whole beside their parts.
 *
 * @param words in any script, case and width; blank ones and single characters are left out
 */
public record Lexicon(Set<String> words) {
  /** No domain words. */
  public static final Lexicon EMPTY = new Lexicon(Set.of());

  public Lexicon {
    TreeSet<String> kept = new TreeSet<>();
    for (String word : words) {
      String stripped = word.strip();
      if (stripped.codePointCount(0, stripped.length()) > 1) {
        kept.add(stripped);
      }
    }
    words = Set.copyOf(kept);
  }
}
