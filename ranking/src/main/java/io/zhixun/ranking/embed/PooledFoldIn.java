package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;

/**
 * A learner's vector as the weighted mean of their items', on the unit sphere: the direction of
 * {@code own + α Σ w_i c_i ‖v_i‖ v̂_i / Σ w_i c_i}.
 */
public final class PooledFoldIn implements FoldIn {
  static final int KIND = 2;

  private final Vectors items;
  private final float[] factors;
  private final float[] lengths;
  private final double pull;

  private PooledFoldIn(Vectors items, float[] factors, float[] lengths, double pull) {
    this.items = items;
    this.factors = factors;
    this.lengths = lengths;
    this.pull = pull;
  }

  /**
   * Prepares folding in.
   *
   * @param items unit vectors v̂
   * @param factors c, how much an item counts in the mean
   * @param lengths ‖v‖, which unit vectors lack
   * @param pull α
   */
  static PooledFoldIn of(Vectors items, float[] factors, float[] lengths, double pull) {
    return new PooledFoldIn(items, factors, lengths, pull);
  }

  @Override
  public void fold(int[] history, float[] weights, float[] out) {
    fold(history, weights, new float[out.length], out);
  }

  @Override
  public void fold(int[] history, float[] weights, float[] own, float[] out) {
    System.arraycopy(own, 0, out, 0, out.length);
    double sum = 0;
    for (int at = 0; at < history.length; at++) {
      sum += weights[at] * factors[history[at]];
    }
    float scale = sum > 0 ? (float) (pull / sum) : 0;
    for (int at = 0; at < history.length; at++) {
      int item = history[at];
      float factor = scale * weights[at] * factors[item] * lengths[item];
      Simd.addScaled(out, 0, factor, items.data(), items.offset(item), out.length);
    }
    float _ = Simd.normalise(out, 0, out.length);
  }

  @Override
  public void write(SegmentWriter out) {
    out.number(KIND).floats(factors).floats(lengths).real(pull);
  }

  static PooledFoldIn read(SegmentReader in, Vectors items) {
    float[] factors = in.floats("factors", items.rows());
    float[] lengths = in.floats("lengths", items.rows());
    double pull = in.real("pull");
    in.require(pull > 0, "pull must be > 0");
    return new PooledFoldIn(items, factors, lengths, pull);
  }
}
