package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.PinyinSpelling;
import io.zhixun.search.lexical.Highlight.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Finds in a text what somebody may have meant: what is spelled so in pinyin, begins with these
 * letters, or is the query but for sounds or a slip.
 */
final class Meant {
  /** Longer queries and texts are not compared. */
  private static final int MAX_QUERY = 40;

  private static final int MAX_TEXT = 200;
  private static final int MAX_READINGS = 4;

  private final ChineseAnalyzer analyzer;
  private final List<Sign> query;
  private final List<List<String>> readings;
  private final String letters;
  private final double allowed;

  Meant(ChineseAnalyzer analyzer, PinyinSpelling spelling, String text) {
    this.analyzer = analyzer;
    this.query = Sign.of(analyzer, text);
    this.readings = spelling.readings(text, MAX_READINGS);
    String typed = analyzer.exact(text).replace(" ", "").toLowerCase(Locale.ROOT);
    this.letters = typed.matches("[a-z]{2,16}") ? typed : "";
    this.allowed = allowed(query.size());
  }

  /** What a slip may cost, so that it cannot turn a short query into something else. */
  private static double allowed(int length) {
    if (length <= 3) {
      return 0.8;
    }
    return length == 4 ? 1 : length <= 6 ? Sign.MISSING : 2;
  }

  /** The stretch of a text that was meant; empty when there is none. */
  Optional<Span> in(String text) {
    if (query.isEmpty() || query.size() > MAX_QUERY) {
      return Optional.empty();
    }
    List<Sign> signs = Sign.of(analyzer, text);
    if (signs.size() > MAX_TEXT) {
      signs = signs.subList(0, MAX_TEXT);
    }
    Optional<Span> found = spelled(signs);
    if (found.isEmpty()) {
      found = initials(signs);
    }
    return found.isEmpty() && query.size() >= 2 ? nearest(signs) : found;
  }

  /** The stretch that was meant, as it is written; empty when it is what was typed. */
  Optional<String> instead(String text) {
    return in(text)
        .map(span -> text.substring(span.start(), span.end()))
        .filter(found -> !sameSigns(Sign.of(analyzer, found)));
  }

  private boolean sameSigns(List<Sign> others) {
    return others.stream()
        .map(Sign::character)
        .toList()
        .equals(query.stream().map(Sign::character).toList());
  }

  private Optional<Span> spelled(List<Sign> signs) {
    for (List<String> syllables : readings) {
      Optional<Span> found =
          row(signs, syllables.size(), (sign, i) -> sign.sounds().contains(syllables.get(i)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Span> initials(List<Sign> signs) {
    List<Sign> han = signs.stream().filter(Sign::isHan).toList();
    boolean tooShort = letters.isEmpty() || (letters.length() < 3 && han.size() > letters.length());
    return tooShort
        ? Optional.empty()
        : row(han, letters.length(), (sign, i) -> sign.startsWith(letters.charAt(i)));
  }

  /** The first row of signs each of which fits its place. */
  private static Optional<Span> row(List<Sign> signs, int length, BiPredicate<Sign, Integer> fits) {
    for (int start = 0; start + length <= signs.size(); start++) {
      int fitting = 0;
      while (fitting < length && fits.test(signs.get(start + fitting), fitting)) {
        fitting++;
      }
      if (fitting == length) {
        return Optional.of(new Span(signs.get(start).start(), signs.get(start + length - 1).end()));
      }
    }
    return Optional.empty();
  }

  /**
   * The stretch that costs least to turn into the query, if that is little (Sellers, The theory and
   * computation of evolutionary distances, 1980; O(query · text)).
   */
  private Optional<Span> nearest(List<Sign> signs) {
    int width = signs.size();
    double[] costs = new double[width + 1];
    int[] starts = new int[width + 1];
    for (int j = 0; j <= width; j++) {
      starts[j] = j;
    }
    for (Sign asked : query) {
      double diagonal = costs[0];
      int diagonalStart = starts[0];
      costs[0] += Sign.MISSING;
      for (int j = 1; j <= width; j++) {
        double replaced = diagonal + asked.cost(signs.get(j - 1));
        double left = costs[j - 1] + Sign.MISSING;
        double above = costs[j] + Sign.MISSING;
        int from =
            replaced <= Math.min(left, above)
                ? diagonalStart
                : left <= above ? starts[j - 1] : starts[j];
        diagonal = costs[j];
        diagonalStart = starts[j];
        costs[j] = Math.min(replaced, Math.min(left, above));
        starts[j] = from;
      }
    }
    int best = 0;
    for (int j = 1; j <= width; j++) {
      best = costs[j] < costs[best] ? j : best;
    }
    boolean near = costs[best] <= allowed && starts[best] < best;
    return near
        ? Optional.of(new Span(signs.get(starts[best]).start(), signs.get(best - 1).end()))
        : Optional.empty();
  }
}
