package io.zhixun.search.suggest;

import io.zhixun.search.suggest.Match.Way;
import io.zhixun.search.suggest.Suggestion.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether one query matches an entry. Work for an entry is bounded: O(entry x query) for characters
 * and slips, {@link #MAX_STEPS} steps for sounds.
 */
final class Matcher {
  /** Fewer characters than this could be anything once one of them may be wrong. */
  private static final int MIN_SLIP = 3;

  private static final int MAX_STEPS = 2_000;

  private final Typed typed;
  private final Sounds sounds;

  Matcher(Typed typed, Sounds sounds) {
    this.typed = typed;
    this.sounds = sounds;
  }

  /** The characters themselves, as they stand or each word somewhere. */
  Optional<Match> literal(Entry entry) {
    String text = entry.folded();
    int inside = -1;
    int at = text.indexOf(typed.text());
    while (at >= 0) {
      if (!isInsideWord(text, at)) {
        return Optional.of(Match.at(Way.LITERAL, entry, at, at + typed.text().length()));
      }
      inside = inside < 0 ? at : inside;
      at = text.indexOf(typed.text(), at + 1);
    }
    if (inside >= 0) {
      return Optional.of(Match.at(Way.INSIDE, entry, inside, inside + typed.text().length()));
    }
    return typed.words().size() > 1 ? eachWord(text) : Optional.empty();
  }

  /** Whether an offset has letters of one word on both sides; Chinese has no such words. */
  private static boolean isInsideWord(String text, int at) {
    return at > 0 && isLatin(text.charAt(at)) && isLatin(text.charAt(at - 1));
  }

  private static boolean isLatin(char unit) {
    return unit >= 'a' && unit <= 'z';
  }

  private Optional<Match> eachWord(String text) {
    List<Span> spans = new ArrayList<>();
    for (String word : typed.words()) {
      int at = text.indexOf(word);
      while (at >= 0 && overlaps(spans, at, at + word.length())) {
        at = text.indexOf(word, at + 1);
      }
      if (at < 0) {
        return Optional.empty();
      }
      spans.add(new Span(at, at + word.length()));
    }
    spans.sort(Comparator.comparingInt(Span::start));
    return Optional.of(new Match(Way.LITERAL, spans.getFirst().start() == 0, false, spans));
  }

  private static boolean overlaps(List<Span> spans, int start, int end) {
    return spans.stream().anyMatch(span -> span.start() < end && start < span.end());
  }

  /** Pinyin, first letters, homophones, or a mixture of these with characters. */
  Optional<Match> sound(Entry entry) {
    Optional<Match> best = Optional.empty();
    Walk walk = new Walk(entry);
    for (int start = 0; start < entry.folded().length() && walk.steps < MAX_STEPS; start++) {
      if (walk.from(start)) {
        Match match = Match.at(walk.way, entry, start, walk.end);
        if (best.isEmpty() || match.way().compareTo(best.get().way()) < 0) {
          best = Optional.of(match);
        }
      }
    }
    return best;
  }

  /** A walk along the query and an entry at once, the longest piece of a syllable first. */
  private final class Walk {
    private final Entry entry;
    private final String text;
    private final String query = typed.joined();
    private int steps;
    private int end;
    private Way way = Way.SOUND;

    Walk(Entry entry) {
      this.entry = entry;
      this.text = entry.folded();
    }

    boolean from(int start) {
      way = Way.SOUND;
      char first = text.charAt(start);
      return isHeard(first) && !Character.isLowSurrogate(first) && go(0, start, Way.SOUND);
    }

    private boolean go(int asked, int at, Way soFar) {
      if (asked == query.length()) {
        end = at;
        way = soFar;
        return true;
      }
      if (steps++ >= MAX_STEPS) {
        return false;
      }
      int next = at;
      while (next < text.length() && !isHeard(text.charAt(next))) {
        next++;
      }
      return next < text.length()
          && ((query.charAt(asked) == text.charAt(next) && go(asked + 1, next + 1, soFar))
              || (entry.sound(next) != 0 && spoken(asked, next, soFar)));
    }

    private boolean spoken(int asked, int at, Way soFar) {
      int after = at + (Character.isHighSurrogate(text.charAt(at)) ? 2 : 1);
      if (typed.sound(asked) != 0) {
        int typedAfter = asked + (Character.isHighSurrogate(query.charAt(asked)) ? 2 : 1);
        return sharesReading(typed.sound(asked), entry.sound(at))
            && go(typedAfter, after, Way.HOMOPHONE);
      }
      for (String reading : sounds.readings(entry.sound(at))) {
        for (int length = common(reading, asked); length > 0; length--) {
          boolean isCut = length < reading.length() && asked + length < query.length();
          Way then = isCut && soFar == Way.SOUND ? Way.INITIALS : soFar;
          if (go(asked + length, after, then)) {
            return true;
          }
        }
      }
      return false;
    }

    private int common(String reading, int asked) {
      int most = Math.min(reading.length(), query.length() - asked);
      int length = 0;
      while (length < most && reading.charAt(length) == query.charAt(asked + length)) {
        length++;
      }
      return length;
    }
  }

  private static boolean isHeard(char unit) {
    return Character.isLetterOrDigit(unit) || Character.isSurrogate(unit);
  }

  private boolean sharesReading(short one, short other) {
    if (one == other) {
      return true;
    }
    List<String> others = sounds.readings(other);
    for (String reading : sounds.readings(one)) {
      if (others.contains(reading)) {
        return true;
      }
    }
    return false;
  }

  /** The characters with one of them wrong, missing, too many, or swapped with the next. */
  Optional<Match> slip(Entry entry) {
    String query = typed.text();
    if (query.length() < MIN_SLIP) {
      return Optional.empty();
    }
    String text = entry.folded();
    char first = query.charAt(0);
    for (int start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
      int end = slipEnd(query, text, start);
      if (end > start) {
        return Optional.of(Match.at(Way.SLIP, entry, start, end));
      }
    }
    int rest =
        query.length() > MIN_SLIP ? text.indexOf(typed.afterFirst()) : -1; // the first is wrong
    return rest < 0
        ? Optional.empty()
        : Optional.of(Match.at(Way.SLIP, entry, Math.max(0, rest - 1), rest + query.length() - 1));
  }

  /**
   * Where the query ends in the text when it begins at an offset with one slip; −1 if not.
   *
   * @param start where the text has the first character of the query
   */
  private static int slipEnd(String query, String text, int start) {
    int same = 1;
    while (same < query.length()
        && start + same < text.length()
        && query.charAt(same) == text.charAt(start + same)) {
      same++;
    }
    int at = start + same;
    int left = query.length() - same;
    if (left == 0) {
      return -1;
    }
    if (isRest(query, same + 1, text, Math.min(at + 1, text.length()))) {
      return Math.min(at + left, text.length());
    }
    if (isRest(query, same + 1, text, at)) {
      return at + left - 1;
    }
    if (at + 1 < text.length() && isRest(query, same, text, at + 1)) {
      return at + 1 + left;
    }
    boolean isSwapped =
        left > 1
            && at + 1 < text.length()
            && query.charAt(same) == text.charAt(at + 1)
            && query.charAt(same + 1) == text.charAt(at);
    return isSwapped && isRest(query, same + 2, text, at + 2) ? at + left : -1;
  }

  /** Whether what is left of the query stands in the text at an offset. */
  private static boolean isRest(String query, int from, String text, int at) {
    return text.regionMatches(at, query, from, query.length() - from);
  }
}
