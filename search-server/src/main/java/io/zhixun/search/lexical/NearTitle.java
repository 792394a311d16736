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
    boolean comparable =
        query.size() >= 2
            && query.size() <= MAX_LENGTH
            && title.length() <= 4 * MAX_LENGTH
            && Math.abs(Sign.count(title) - query.size()) * Sign.MISSING <= allowed;
    if (!comparable) {
      return 0;
    }
    double distance = distance(Sign.of(analyzer, title));
    return distance > allowed ? 0 : 1 - distance / (query.size() + 1);
  }

  private double distance(List<Sign> title) {
    double[] before = new double[title.size() + 1];
    for (int j = 1; j < before.length; j++) {
      before[j] = j * Sign.MISSING;
    }
    for (int i = 1; i <= query.size(); i++) {
      double[] row = new double[before.length];
      row[0] = i * Sign.MISSING;
      double least = row[0];
      for (int j = 1; j < row.length; j++) {
        double replaced = before[j - 1] + query.get(i - 1).cost(title.get(j - 1));
        double inserted = Math.min(before[j], row[j - 1]) + Sign.MISSING;
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
}
