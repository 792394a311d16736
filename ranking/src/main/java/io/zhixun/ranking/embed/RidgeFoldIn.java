package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;

/** One more half-step of weighted ALS for a learner alone, against the items' final vectors. */
public final class RidgeFoldIn implements FoldIn {
  static final int KIND = 1;

  private final Vectors items;
  private final Matrix base;
  private final double unobserved;
  private final double regularization;

  private RidgeFoldIn(Vectors items, Matrix base, double unobserved, double regularization) {
    this.items = items;
    this.base = base;
    this.unobserved = unobserved;
    this.regularization = regularization;
  }

  /**
   * Prepares what all learners share.
   *
   * @param items their final vectors
   * @param unobserved α0 of training
   * @param regularization λ of training
   */
  public static RidgeFoldIn of(Vectors items, double unobserved, double regularization) {
    return new RidgeFoldIn(items, Gram.of(items, unobserved), unobserved, regularization);
  }

  @Override
  public void fold(int[] history, float[] weights, float[] out) {
    RidgeSystem system = new RidgeSystem(items.dimensions());
    system.reset(base);
    for (int at = 0; at < history.length; at++) {
      system.add(items, history[at], weights[at]);
    }
    system.solve(regularization, unobserved * items.rows(), out, 0);
  }

  @Override
  public void write(SegmentWriter out) {
    out.number(KIND).real(unobserved).real(regularization);
  }

  static RidgeFoldIn read(SegmentReader in, Vectors items) {
    double unobserved = in.real("unobserved");
    double regularization = in.real("regularization");
    in.require(unobserved > 0 && unobserved <= 1, "unobserved must be > 0 and <= 1");
    in.require(regularization > 0, "regularization must be > 0");
    return of(items, unobserved, regularization);
  }
}
