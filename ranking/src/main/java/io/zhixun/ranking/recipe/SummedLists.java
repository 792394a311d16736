package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.Pool;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.neighbour.Accumulator;
import java.util.BitSet;

/** Scores from a sum of lists, divided by the root mean square of that very sum over all items. */
final class SummedLists implements Part.Prepared {
  private final Accumulator sum;
  private final Pool<Accumulator> pool;
  private final float factor;

  /**
   * Takes a finished sum.
   *
   * @param pool where it goes back to
   */
  SummedLists(Accumulator sum, Pool<Accumulator> pool) {
    this.sum = sum;
    this.pool = pool;
    float scale = sum.rootMeanSquare();
    this.factor = scale > 0 ? 1 / scale : 0;
  }

  @Override
  public float score(int row) {
    return factor * sum.get(row);
  }

  @Override
  public ScoredRows best(int k, BitSet excluded) {
    TopRows best = new TopRows(Math.min(k, sum.touched()));
    for (int at = 0; at < sum.touched(); at++) {
      int row = sum.touched(at);
      float score = factor * sum.get(row);
      if (score > 0 && score >= best.floor() && !excluded.get(row)) {
        best.offer(row, score);
      }
    }
    return best.drain();
  }

  @Override
  public void close() {
    sum.clear();
    pool.giveBack(sum);
  }
}
