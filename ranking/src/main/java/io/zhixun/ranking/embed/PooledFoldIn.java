package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;

/**
 * A learner's vector as the weighted mean of their items', on the unit sphere: the direction of
 * {@code own + α Σ w_i c_i ‖v_i‖ v̂_i / Σ w_i c_i}.
 *
 * <p>A vector may consist of several members side by side; each is a direction of its own, and all
 * are scaled alike so that the whole has length one.
 */
public final class PooledFoldIn implements FoldIn {
  static final int KIND = 2;

  private final Vectors items;
  private final int members;
  private final float[] factors;
  private final float[] lengths;
  private final double pull;

  private PooledFoldIn(Vectors items, int members, float[] factors, float[] lengths, double pull) {
    this.items = items;
    this.members = members;
    this.factors = factors;
    this.lengths = lengths;
    this.pull = pull;
  }

  /**
   * Prepares folding in.
   *
   * @param items v̂, each member of length 1/√members
   * @param factors c, how much an item counts in the mean, {@code [items]}
   * @param lengths what v̂ was divided by, {@code [items × members]}
   * @param pull α
   */
  static PooledFoldIn of(Vectors items, float[] factors, float[] lengths, double pull) {
    int members = items.rows() == 0 ? 1 : lengths.length / items.rows();
    return new PooledFoldIn(items, members, factors, lengths, pull);
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
    int width = out.length / members;
    for (int at = 0; at < history.length; at++) {
      int item = history[at];
      float factor = scale * weights[at] * factors[item];
      for (int member = 0; member < members; member++) {
        Simd.addScaled(
            out,
            member * width,
            factor * lengths[item * members + member],
            items.data(),
            items.offset(item) + member * width,
            width);
      }
    }
    float share = 1 / (float) Math.sqrt(members);
    for (int member = 0; member < members; member++) {
      float _ = Simd.normalise(out, member * width, width);
      Simd.scale(out, member * width, width, share);
    }
  }

  /** How many members a vector consists of. */
  public int members() {
    return members;
  }

  @Override
  public void write(SegmentWriter out) {
    out.number(KIND).number(members).floats(factors).floats(lengths).real(pull);
  }

  static PooledFoldIn read(SegmentReader in, Vectors items) {
    int members = in.number("members", 1, items.dimensions());
    in.require(items.dimensions() % members == 0, "members must divide the dimensions");
    float[] factors = in.floats("factors", items.rows());
    float[] lengths = in.floats("lengths", (long) items.rows() * members);
    double pull = in.real("pull");
    in.require(pull > 0, "pull must be > 0");
    return new PooledFoldIn(items, members, factors, lengths, pull);
  }
}
