package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How nearly a title is what was typed: a weighted edit distance over characters, in which a
 * character that sounds the same costs less and a missing or an extra one more than a wrong one.
 * Spaces and punctuation do not count.
 *
 * <p>Levenshtein, Binary codes capable of correcting deletions, insertions and reversals, 1966; the
 * dynamic programme of Wagner and Fischer, O(length²) for titles about as long as the query.
 */
final class NearTitle {
  private static final double SAME_SOUND = 0.4;
  private static final double WRONG = 1;
  private static final double MISSING = 1.3;

  /** Longer ones are not compared. */
  private static final int MAX_LENGTH = 40;

  private final ChineseAnalyzer analyzer;
  private final List<Sign> query;
  private final double allowed;

  /** A character with how it may be read. */
  private record Sign(int character, Set<String> sounds) {
    boolean soundsLike(Sign other) {
      return sounds.stream().anyMatch(other.sounds::contains);
    }
  }

  NearTitle(ChineseAnalyzer analyzer, String text) {
    this.analyzer = analyzer;
    this.query = signs(text);
    this.allowed = query.size() <= 2 ? SAME_SOUND : query.size() <= 6 ? MISSING : 2 * WRONG;
  }

  /** 1 for the same title, 0 for one that is not near, in between for those with a slip. */
  double closeness(String title) {
    int length = title.codePointCount(0, title.length());
    boolean comparable =
        query.size() >= 2
            && query.size() <= MAX_LENGTH
            && length <= 2 * MAX_LENGTH
            && length >= query.size() - 1;
    if (!comparable) {
      return 0;
    }
    List<Sign> other = signs(title);
    if (Math.abs(other.size() - query.size()) * MISSING > allowed) {
      return 0;
    }
    double distance = distance(other);
    return distance > allowed ? 0 : 1 - distance / (query.size() + 1);
  }

  private double distance(List<Sign> title) {
    double[] before = new double[title.size() + 1];
    for (int j = 1; j < before.length; j++) {
      before[j] = j * MISSING;
    }
    for (int i = 1; i <= query.size(); i++) {
      double[] row = new double[before.length];
      row[0] = i * MISSING;
      double least = row[0];
      for (int j = 1; j < row.length; j++) {
        double replaced = before[j - 1] + cost(query.get(i - 1), title.get(j - 1));
        double inserted = Math.min(before[j], row[j - 1]) + MISSING;
        row[j] = Math.min(replaced, inserted);
        least = Math.min(least, row[j]);
      }
      if (least > allowed) {
        return Double.POSITIVE_INFINITY;
      }
      before = row;
    }
    return before[title.size()];
  }

  private static double cost(Sign one, Sign other) {
    if (one.character() == other.character()) {
      return 0;
    }
    return one.soundsLike(other) ? SAME_SOUND : WRONG;
  }

  private List<Sign> signs(String text) {
    Map<Integer, Set<String>> sounds = new HashMap<>();
    for (Token token : analyzer.tokens(Granularity.PINYIN, text)) {
      sounds.merge(token.start(), Set.of(token.term()), NearTitle::both);
    }
    String folded = analyzer.fold(text);
    List<Sign> signs = new ArrayList<>();
    for (int at = 0; at < folded.length(); at += Character.charCount(folded.codePointAt(at))) {
      int character = folded.codePointAt(at);
      if (Character.isLetterOrDigit(character)) {
        signs.add(new Sign(character, sounds.getOrDefault(at, Set.of())));
      }
    }
    return signs;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}
