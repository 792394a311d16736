package io.zhixun.ranking.neighbour;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Inverse;
import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Workers;
import java.util.Arrays;

/**
 * Neighbours by linear regression: each item's column is predicted from all other items' at once
 * (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019, arXiv 1905.03375).
 *
 * <pre>
 *   P = (RᵀR + λI)⁻¹,   B_ij = −P_ij / P_jj,   B_ii = 0,   s(u, j) = Σ_i R_ui B_ij
 * </pre>
 *
 * Weights may be negative. Cost: n³ multiply-adds and one dense {@code [n × n]} matrix for n items.
 */
public final class Ease {
  private static final int ITEMS_A_TASK = 16;

  private Ease() {}

  /** Bytes needed beside the lists. */
  public static long memoryNeeded(int items) {
    return (long) Float.BYTES * items * Matrix.padded(Math.max(1, items));
  }

  /**
   * The lists of the {@code topK} weights of the largest magnitude.
   *
   * @param ridge λ
   */
  public static ItemNeighbours regress(
      Interactions all, double ridge, int topK, Workers workers, Progress progress) {
    if (!(ridge > 0)) {
      throw new IllegalArgumentException("ridge must be > 0, got " + ridge);
    }
    Matrix products = products(all, (float) ridge, workers);
    Inverse.inPlace(products, workers, progress);
    ScoredRows[] lists = new ScoredRows[all.items()];
    workers.forEach(
        (lists.length + ITEMS_A_TASK - 1) / ITEMS_A_TASK,
        (task, _) -> {
          TopRows largest = new TopRows(Math.min(topK, lists.length));
          int end = Math.min((task + 1) * ITEMS_A_TASK, lists.length);
          for (int item = task * ITEMS_A_TASK; item < end; item++) {
            largest.reset(largest.capacity());
            lists[item] = list(all, products, item, largest);
          }
        });
    return ItemNeighbours.of(Arrays.asList(lists));
  }

  private static Matrix products(Interactions all, float ridge, Workers workers) {
    Matrix sums = new Matrix(all.items(), Math.max(1, all.items()));
    workers.forEach(
        (all.items() + ITEMS_A_TASK - 1) / ITEMS_A_TASK,
        (task, _) -> {
          int end = Math.min((task + 1) * ITEMS_A_TASK, all.items());
          for (int item = task * ITEMS_A_TASK; item < end; item++) {
            int row = sums.offset(item);
            for (int at = all.itemStart(item); at < all.itemStart(item + 1); at++) {
              int user = all.columnUser(at);
              float weight = all.columnWeight(at);
              for (int e = all.userStart(user); e < all.userStart(user + 1); e++) {
                sums.data()[row + all.item(e)] += weight * all.weight(e);
              }
            }
            sums.data()[row + item] += ridge;
          }
        });
    return sums;
  }

  private static ScoredRows list(Interactions all, Matrix inverse, int item, TopRows largest) {
    int row = inverse.offset(item);
    for (int other = 0; other < all.items(); other++) {
      if (other != item && all.itemDegree(other) > 0) {
        largest.offer(other, Math.abs(weight(inverse, row, other)));
      }
    }
    return largest.drain().mapScores((other, _) -> weight(inverse, row, other));
  }

  private static float weight(Matrix inverse, int row, int other) {
    return -inverse.data()[row + other] / inverse.data()[inverse.offset(other) + other];
  }
}
