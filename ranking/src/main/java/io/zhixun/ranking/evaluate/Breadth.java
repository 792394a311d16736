package io.zhixun.ranking.evaluate;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.ScoredRows;
import java.util.Arrays;
import java.util.List;

/**
 * How widely the lists of all users spread over the catalogue. The catalogue is the items that
 * occur in training.
 *
 * @param coverage share of the catalogue that is in some list
 * @param gini of how often each item of the catalogue is listed: 0 all alike, 1 always the same one
 * @param novelty mean of −log2(share of users who have the item) over all places of all lists
 * @param tailShare share of the places that go to the tail: the least popular items that together
 *     have a fifth of the training entries
 */
public record Breadth(double coverage, double gini, double novelty, double tailShare) {
  private static final double TAIL = 0.2;

  static Breadth of(List<ScoredRows> lists, int k, Interactions train) {
    long[] listed = new long[train.items()];
    long places = 0;
    double surprise = 0;
    for (ScoredRows list : lists) {
      for (int rank = 0; rank < Math.min(k, list.size()); rank++) {
        int item = list.row(rank);
        listed[item]++;
        places++;
        surprise += Math.log((double) train.users() / Math.max(1, train.itemDegree(item)));
      }
    }
    boolean[] tail = tail(train);
    long inTail = 0;
    int known = 0;
    int covered = 0;
    for (int item = 0; item < listed.length; item++) {
      inTail += tail[item] ? listed[item] : 0;
      known += train.itemDegree(item) > 0 ? 1 : 0;
      covered += listed[item] > 0 ? 1 : 0;
    }
    return places == 0
        ? new Breadth(0, 0, 0, 0)
        : new Breadth(
            (double) covered / known,
            gini(listed, train, places, known),
            surprise / Math.log(2) / places,
            (double) inTail / places);
  }

  private static double gini(long[] listed, Interactions train, long places, int known) {
    long[] counts = new long[known];
    int at = 0;
    for (int item = 0; item < listed.length; item++) {
      if (train.itemDegree(item) > 0) {
        counts[at++] = listed[item];
      }
    }
    Arrays.sort(counts);
    double weighted = 0;
    for (int rank = 0; rank < counts.length; rank++) {
      weighted += (2.0 * (rank + 1) - counts.length - 1) * counts[rank];
    }
    return weighted / ((double) counts.length * places);
  }

  private static boolean[] tail(Interactions train) {
    Integer[] order = new Integer[train.items()];
    Arrays.setAll(order, item -> item);
    Arrays.sort(
        order,
        (a, b) -> {
          int byDegree = Integer.compare(train.itemDegree(a), train.itemDegree(b));
          return byDegree != 0 ? byDegree : Integer.compare(b, a);
        });
    boolean[] tail = new boolean[order.length];
    long sum = 0;
    for (Integer item : order) {
      sum += train.itemDegree(item);
      if (sum > TAIL * train.entries()) {
        break;
      }
      tail[item] = true;
    }
    return tail;
  }
}
