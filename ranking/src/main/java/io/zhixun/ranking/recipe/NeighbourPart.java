package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.Pool;
import io.zhixun.ranking.neighbour.Accumulator;
import io.zhixun.ranking.neighbour.ItemNeighbours;

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

  /** What one entry of a history adds to a row's score, before division by the root mean square. */
  float share(History history, int at, int row) {
    int item = history.row(at);
    for (int rank = 0; rank < lists.degree(item); rank++) {
      if (lists.neighbour(item, rank) == row) {
        return history.weight(at) * factors[history.size() - 1 - at] * lists.weight(item, rank);
      }
    }
    return 0;
  }
}
