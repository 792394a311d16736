package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;

/** A learner's vector as the weighted sum of their items': Σ w_i f_i y_i. */
public final class SummedFoldIn implements FoldIn {
  static final int KIND = 3;

  private final Vectors items;
  private final float[] factors;

  private SummedFoldIn(Vectors items, float[] factors) {
    this.items = items;
    this.factors = factors;
  }

  /**
   * Prepares folding in.
   *
   * @param items y
   * @param factors f, how much each item counts, {@code [items]}
   */
  static SummedFoldIn of(Vectors items, float[] factors) {
    return new SummedFoldIn(items, factors);
  }

  @Override
  public void fold(int[] history, float[] weights, float[] out) {
    java.util.Arrays.fill(out, 0);
    for (int at = 0; at < history.length; at++) {
      int item = history[at];
      Simd.addScaled(
          out, 0, weights[at] * factors[item], items.data(), items.offset(item), out.length);
    }
  }

  @Override
  public void write(SegmentWriter out) {
    out.number(KIND).floats(factors);
  }

  static SummedFoldIn read(SegmentReader in, Vectors items) {
    return new SummedFoldIn(items, in.floats("factors", items.rows()));
  }
}
