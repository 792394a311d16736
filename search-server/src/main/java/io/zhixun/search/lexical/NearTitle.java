package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import java.util.List;

/**
 * How nearly a title is what was typed: a weighted edit distance over characters, in which a
 * character that sounds the same costs less and a missing or an extra one more than a wrong one.
 * Spaces and punctuation do not count.
 *
 * <p>Levenshtein, Binary codes capable of correcting deletions, insertions and reversals, 1966; the
 * dynamic programme of Wagner and Fischer, O(length²) for titles about as long as the query.
 */
final class NearTitle {
  /** Longer ones are not compared. */
  private static final int MAX_LENGTH = 40;

  private final ChineseAnalyzer analyzer;
  private final List<Sign> query;
  private final double allowed;

  NearTitle(ChineseAnalyzer analyzer, String text) {
    this.analyzer = analyzer;
    this.query = Sign.of(analyzer, text);
    this.allowed = query.size() <= 2 ? 0.4 : query.size() <= 6 ? Sign.MISSING : 2;
  }

  /** 1 for the same title, 0 for one that is not near, in between for those with a slip. */
  double closeness(String title) {
    int[] characters =
        title.length() <= 4 * MAX_LENGTH
            ? Sign.characters(analyzer.fold(title))
            : new int[MAX_LENGTH + 1];
    boolean mayBeNear =
        query.size() >= 2
            && query.size() <= MAX_LENGTH
            && Math.abs(characters.length - query.size()) * Sign.MISSING <= allowed
            && distance(characters.length, (i, j) -> leastCost(i, characters[j])) <= allowed;
    if (!mayBeNear) { // most titles are not, and how they sound need not be found out
      return 0;
    }
    List<Sign> signs = Sign.of(analyzer, title);
    double distance = distance(signs.size(), (i, j) -> query.get(i).cost(signs.get(j)));
    return distance > allowed ? 0 : 1 - distance / (query.size() + 1);
  }

  /** What a sign of the query costs at least where another character stands, however it sounds. */
  private double leastCost(int i, int character) {
    return query.get(i).character() == character ? 0 : Sign.SAME_SOUND;
  }

  /** What it costs to take one sign of the query for one of the title. */
  private interface Cost {
    double of(int inQuery, int inTitle);
  }

  /** The cheapest way from the query to a title; infinite as soon as it costs too much. */
  private double distance(int length, Cost cost) {
    double[] before = new double[length + 1];
    for (int j = 1; j <= length; j++) {
      before[j] = j * Sign.MISSING;
    }
    double[] row = new double[length + 1];
    for (int i = 1; i <= query.size(); i++) {
      row[0] = i * Sign.MISSING;
      double least = row[0];
      for (int j = 1; j <= length; j++) {
        double replaced = before[j - 1] + cost.of(i - 1, j - 1);
        double inserted = Math.min(before[j], row[j - 1]) + Sign.MISSING;
        row[j] = Math.min(replaced, inserted);
        least = Math.min(least, row[j]);
      }
      if (least > allowed) {
        return Double.POSITIVE_INFINITY;
      }
      double[] free = before;
      before = row;
      row = free;
    }
    return before[length];
  }
}
