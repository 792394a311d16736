package io.zhixun.ranking.evaluate;

import io.zhixun.ranking.math.ScoredRows;
import java.util.function.IntPredicate;

/**
 * The numbers of one user's list against their test items, binary relevance.
 *
 * @param recall hits in the first k ÷ test items
 * @param ndcg Σ over hits of 1 / log2(rank + 1) ÷ the same of the ideal list, cut at k
 * @param hit 1 when there is a hit in the first k, else 0
 * @param reciprocalRank 1 / rank of the first hit in the list, else 0
 */
public record Metrics(double recall, double ndcg, double hit, double reciprocalRank) {
  public static final Metrics ZERO = new Metrics(0, 0, 0, 0);

  /**
   * Measures a list.
   *
   * @param relevant whether a row is a test item of the user
   * @param relevantCount how many test items the user has, at least one
   */
  public static Metrics of(ScoredRows list, int k, IntPredicate relevant, int relevantCount) {
    if (relevantCount < 1) {
      throw new IllegalArgumentException("relevantCount must be >= 1, got " + relevantCount);
    }
    int hits = 0;
    double gain = 0;
    double first = 0;
    int length = Math.min(k, list.size());
    for (int rank = 0; rank < length; rank++) {
      if (relevant.test(list.row(rank))) {
        if (hits++ == 0) {
          first = 1.0 / (rank + 1);
        }
        gain += discount(rank);
      }
    }
    double ideal = 0;
    for (int rank = 0; rank < Math.min(k, relevantCount); rank++) {
      ideal += discount(rank);
    }
    return new Metrics((double) hits / relevantCount, gain / ideal, hits > 0 ? 1 : 0, first);
  }

  /** What a hit at a 0-based rank counts. */
  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2.0);
  }
}
