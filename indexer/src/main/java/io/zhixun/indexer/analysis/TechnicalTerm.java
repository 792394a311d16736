package io.zhixun.indexer.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule by which words and compounds of letters and digits are cut out of a folded text.
 *
 * <pre>
 *   term   = ["."] core { joiner core }          the dot only before a letter: .net
 *   core   = letter or digit { letter, digit or mark } [suffix]
 *   suffix = "++" | "#" after at most two units: c# | "+" after one unit: a+
 *   joiner = one of - . / _ ' & between two cores: node.js gpt-4 a/b r&d; "," between digits
 * </pre>
 */
final class TechnicalTerm {
  private static final String JOINERS = "-./_'&";
  private static final int MAX_JOINED = 16;

  private TechnicalTerm() {}

  /** Where the term that starts at an offset ends; the offset itself when none starts there. */
  static int end(String text, int start) {
    int limit = Math.min(text.length(), start + Run.MAX_TERM);
    int core = start;
    if (start < text.length() && text.charAt(start) == '.') {
      boolean leading = start == 0 || isDotLead(text.charAt(start - 1));
      if (!leading || start + 1 >= text.length() || !isLetter(text, start + 1)) {
        return start;
      }
      core = start + 1;
    }
    int end = coreEnd(text, core, limit);
    if (end == core) {
      return start;
    }
    while (end + 1 < limit && joins(text, end)) {
      int next = coreEnd(text, end + 1, limit);
      if (next == end + 1) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static boolean isDotLead(char before) {
    return before != '.' && Script.of(before) != Script.ALPHABETIC;
  }

  private static int coreEnd(String text, int start, int limit) {
    int end = start;
    while (end < limit) {
      int codePoint = text.codePointAt(end);
      Script script = Script.of(codePoint);
      int next = end + Character.charCount(codePoint);
      boolean belongs = script == Script.ALPHABETIC || (script == Script.MARK && end > start);
      if (!belongs || next > limit) {
        break;
      }
      end = next;
    }
    return end == start ? end : suffixEnd(text, start, end, limit);
  }

  private static int suffixEnd(String text, int start, int end, int limit) {
    if (end + 2 <= limit && text.startsWith("++", end)) {
      return end + 2;
    }
    if (end + 1 > limit) {
      return end;
    }
    char suffix = text.charAt(end);
    boolean fits = (suffix == '#' && end - start <= 2) || (suffix == '+' && end - start == 1);
    boolean last = end + 1 >= text.length() || Script.of(text.charAt(end + 1)) != Script.ALPHABETIC;
    return fits && last ? end + 1 : end;
  }

  private static boolean joins(String text, int at) {
    char joiner = text.charAt(at);
    if (joiner == ',') {
      return isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1));
    }
    return JOINERS.indexOf(joiner) >= 0;
  }

  /**
   * The parts worth finding alone: cores, cut again between letters and digits when each row of
   * letters has at least two (python3 → python, 3; but 3d stays). Empty when the term has none.
   */
  static List<Span> parts(String text, Span term) {
    List<Span> parts = new ArrayList<>();
    for (Span core : cores(text, term)) {
      List<Span> pieces = pieces(text, core);
      boolean worthwhile =
          pieces.stream().allMatch(p -> isDigit(text.charAt(p.start())) || p.length() >= 2);
      parts.addAll(worthwhile ? pieces : List.of(core));
    }
    return parts.size() == 1 && parts.getFirst().equals(term) ? List.of() : parts;
  }

  /** The term cut at each joiner and between letters and digits; never empty. */
  static List<Span> finestParts(String text, Span term) {
    return cores(text, term).stream().flatMap(core -> pieces(text, core).stream()).toList();
  }

  /** The spelling without joiners (node.js → nodejs), when it is a likely one. */
  static Optional<String> joined(String text, Span term) {
    List<Span> cores = cores(text, term);
    StringBuilder joined = new StringBuilder();
    cores.forEach(core -> joined.append(text, core.start(), core.end()));
    boolean likely =
        cores.size() > 1
            && joined.length() <= MAX_JOINED
            && joined.codePoints().anyMatch(Character::isLetter);
    return likely ? Optional.of(joined.toString()) : Optional.empty();
  }

  /** Cut at joiners, except those inside a number: 2.0 and 10,000 are one core. */
  private static List<Span> cores(String text, Span term) {
    List<Span> cores = new ArrayList<>();
    int start = text.charAt(term.start()) == '.' ? term.start() + 1 : term.start();
    for (int at = start; at < term.end(); at++) {
      if (isJoiner(text.charAt(at)) && !insideNumber(text, term, at)) {
        cores.add(new Span(start, at));
        start = at + 1;
      }
    }
    cores.add(new Span(start, term.end()));
    return cores;
  }

  private static boolean isJoiner(char unit) {
    return unit == ',' || JOINERS.indexOf(unit) >= 0;
  }

  private static boolean insideNumber(String text, Span term, int at) {
    char unit = text.charAt(at);
    return (unit == '.' || unit == ',')
        && at > term.start()
        && isDigit(text.charAt(at - 1))
        && at + 1 < term.end()
        && isDigit(text.charAt(at + 1));
  }

  /** Rows of letters and rows of digits; marks and suffixes stay with what is before them. */
  private static List<Span> pieces(String text, Span core) {
    List<Span> pieces = new ArrayList<>();
    int start = core.start();
    boolean digits = isDigit(text.charAt(start));
    for (int at = start; at < core.end(); at += Character.charCount(text.codePointAt(at))) {
      boolean digit = isDigit(text.charAt(at));
      boolean letter = isLetter(text, at);
      if (digits ? letter : digit) {
        pieces.add(new Span(start, at));
        start = at;
        digits = digit;
      }
    }
    pieces.add(new Span(start, core.end()));
    return pieces;
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  private static boolean isLetter(String text, int at) {
    return Character.isLetter(text.codePointAt(at));
  }
}
