package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.Pool;
import io.zhixun.ranking.neighbour.Accumulator;
import io.zhixun.ranking.neighbour.ItemNeighbours;
import java.util.BitSet;

/**
 * Sums the neighbour lists of a history: score_j = Σ_i w_i (1 + age_i)^−γ · list_i(j), the newest
 * entry having age 0.
 */
final class NeighbourPart implements Part {
  private final ItemNeighbours lists;
  private final double decay;
  private final float[] factors; // (1 + age)^−γ by age
  private final Pool<Accumulator> sums;

  /**
   * Wraps lists.
   *
   * @param decay γ; 0 when age does not matter
   * @param historyLimit the longest history that will be taken in
   */
  NeighbourPart(ItemNeighbours lists, double decay, int historyLimit) {
    this.lists = lists;
    this.decay = decay;
    this.factors = new float[historyLimit];
    for (int age = 0; age < historyLimit; age++) {
      factors[age] = (float) StrictMath.pow(1.0 + age, -decay);
    }
    this.sums = new Pool<>(() -> new Accumulator(lists.rows()));
  }

  ItemNeighbours lists() {
    return lists;
  }

  double decay() {
    return decay;
  }

  @Override
  public Prepared prepare(History history) {
    Accumulator sum = sums.take();
    int newest = history.size() - 1;
    for (int at = 0; at <= newest; at++) {
      lists.addTo(sum, history.row(at), history.weight(at) * factors[newest - at]);
    }
    return new SummedLists(sum, sums);
  }

  /** Hears what entries of a history add to the scores of rows. */
  interface Hearer {
    /**
     * One share, before division by the root mean square.
     *
     * @param at place in the history
     */
    void hear(int at, int row, float share);
  }

  /** Tells what each entry of a history, oldest first, adds to the scores of some rows. */
  void tellShares(History history, BitSet rows, Hearer hearer) {
    int newest = history.size() - 1;
    for (int at = 0; at <= newest; at++) {
      int item = history.row(at);
      float factor = history.weight(at) * factors[newest - at];
      for (int rank = 0; rank < lists.degree(item); rank++) {
        int row = lists.neighbour(item, rank);
        if (rows.get(row)) {
          hearer.hear(at, row, factor * lists.weight(item, rank));
        }
      }
    }
  }
}
