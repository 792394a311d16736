package io.zhixun.indexer.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text that is cut by one rule. White space, punctuation, unpaired surrogates and
 * everything else that nobody searches for lies between runs.
 *
 * @param start UTF-16 offset, on a code point
 * @param end offset after it, on a code point
 */
record Run(Kind kind, int start, int end) {
  /** The most UTF-16 units in a run that becomes one term; what follows starts another. */
  static final int MAX_TERM = 64;

  enum Kind {
    /** Chinese characters, any number. */
    HAN,
    /** Japanese kana or Korean syllables. */
    SYLLABIC,
    /** A word or number of another script, or a compound such as node.js or c++. */
    TERM,
    /** One emoji. */
    SYMBOL
  }

  /** Whether it is written without spaces, and so worth cutting into characters and pairs. */
  boolean isContinuous() {
    return kind == Kind.HAN || kind == Kind.SYLLABIC;
  }

  /** The runs of a folded text, in order. */
  static List<Run> of(String text) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = TechnicalTerm.end(text, at);
      if (end > at) {
        runs.add(new Run(Kind.TERM, at, end));
        at = end;
        continue;
      }
      int codePoint = text.codePointAt(at);
      end = at + Character.charCount(codePoint);
      switch (Script.of(codePoint)) {
        case HAN -> {
          end = endOf(text, end, Script.HAN, text.length());
          runs.add(new Run(Kind.HAN, at, end));
        }
        case SYLLABIC -> {
          end = endOf(text, end, Script.SYLLABIC, at + MAX_TERM);
          runs.add(new Run(Kind.SYLLABIC, at, end));
        }
        case EMOJI -> runs.add(new Run(Kind.SYMBOL, at, end));
        case ALPHABETIC, MARK, OTHER -> {}
      }
      at = end;
    }
    return runs;
  }

  /** Where code points of one script stop, at or before a limit. */
  private static int endOf(String text, int from, Script script, int limit) {
    int end = from;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      int next = end + Character.charCount(codePoint);
      if (next > limit || Script.of(codePoint) != script) {
        return end;
      }
      end = next;
    }
    return end;
  }
}
