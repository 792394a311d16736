package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;

/**
 * A learner's vector as the sum of what their newest items say: Σ_{k ≤ K} k⁻¹ w A_i with i the k-th
 * newest, and a 1 after it, which the items' own numbers are multiplied by. The history's order is
 * that of time, newest last.
 */
public final class RecentFoldIn implements FoldIn {
  static final int KIND = 4;

  private final Vectors sources;
  private final int window;

  private RecentFoldIn(Vectors sources, int window) {
    this.sources = sources;
    this.window = window;
  }

  /**
   * Prepares folding in.
   *
   * @param sources A, {@code [items × (d − 1)]}
   * @param window K
   */
  static RecentFoldIn of(Vectors sources, int window) {
    return new RecentFoldIn(sources, window);
  }

  @Override
  public void fold(int[] history, float[] weights, float[] out) {
    java.util.Arrays.fill(out, 0);
    int length = sources.dimensions();
    for (int age = 0; age < Math.min(window, history.length); age++) {
      int at = history.length - 1 - age;
      float factor = weights[at] / (1 + age);
      Simd.addScaled(out, 0, factor, sources.data(), sources.offset(history[at]), length);
    }
    out[length] = Simd.norm(out, 0, length) > 0 ? 1 : 0; // who is unknown stays so
  }

  @Override
  public void write(SegmentWriter out) {
    out.number(KIND).number(window).floats(sources.data());
  }

  static RecentFoldIn read(SegmentReader in, Vectors items) {
    int window = in.number("window", 1, 100);
    int length = items.dimensions() - 1;
    in.require(length >= 1, "dimensions must be 2 or more");
    float[] sources = in.floats("sources", (long) items.rows() * length);
    return new RecentFoldIn(Vectors.of(items.rows(), length, sources), window);
  }
}
