package io.zhixun.search.suggest;

import io.zhixun.search.suggest.Suggestion.Span;
import java.util.List;

/**
 * How and where an entry matches what was typed.
 *
 * @param isStart whether the match begins the entry
 * @param isWhole whether it is the entry from end to end
 */
record Match(Way way, boolean isStart, boolean isWhole, List<Span> spans) {
  /** The ways to match, the surest first: what is spelt so always stands before what sounds so. */
  enum Way {
    LITERAL(10),
    SOUND(8),
    INITIALS(6),
    /** Letters within a word of letters. */
    INSIDE(4),
    HOMOPHONE(2),
    SLIP(0);

    private final double base;

    Way(double base) {
      this.base = base;
    }
  }

  /** One stretch of an entry. */
  static Match at(Way way, Entry entry, int start, int end) {
    String text = entry.folded();
    int from = isInsidePair(text, start) ? start - 1 : start;
    int to = isInsidePair(text, end) ? end + 1 : end;
    return new Match(way, from == 0, from == 0 && to == text.length(), List.of(new Span(from, to)));
  }

  private static boolean isInsidePair(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }

  /**
   * What a match is worth, larger is better: the way decides, then where it is, then the weight.
   * The parts within one way add up to less than the step between two.
   */
  double score(Entry entry) {
    double place = isWhole ? 0.35 : isStart ? 0.25 : 0;
    double brevity = 0.03 / (1 + entry.folded().length());
    return way.base + place + 0.6 * entry.weight() + brevity;
  }
}
