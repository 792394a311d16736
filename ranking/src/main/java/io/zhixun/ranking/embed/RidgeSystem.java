package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Cholesky;
import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.MatrixProduct;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;

/**
 * The linear system of one row (a user or an item) in one half-step of weighted ALS, {@code A x =
 * b}.
 *
 * <p>Source: Rendle, Krichene, Zhang, Koren, "Revisiting the Performance of iALS on Item
 * Recommendation Benchmarks", RecSys 2022 (arXiv 2110.14037), eq. 5. With the other side's vectors
 * y_i and weights w_i of the entries of the row:
 *
 * <pre>
 *   A = α0·YᵀY + Σ w_i y_i y_iᵀ + λ (Σ w_i + α0·n) I      [d × d], positive definite for λ &gt; 0
 *   b = Σ w_i y_i                                          [d]
 * </pre>
 *
 * Cost: entries · d² + d³/3 multiply-adds. Reused from row to row; not safe for two threads.
 */
final class RidgeSystem {
  private static final int GATHERED = 128;
  private static final int BLOCK = 16;

  private final int dimensions;
  private final Matrix normal;
  private final Matrix gathered;
  private final MatrixProduct update;
  private final float[] right;
  private int pending;
  private double weightSum;

  RidgeSystem(int dimensions) {
    this.dimensions = dimensions;
    this.normal = new Matrix(dimensions, dimensions);
    this.gathered = new Matrix(GATHERED, dimensions);
    this.update = MatrixProduct.addingTransposed(gathered, gathered, normal);
    this.right = new float[dimensions];
  }

  /** Starts a new row from α0·YᵀY. */
  void reset(Matrix base) {
    System.arraycopy(base.data(), 0, normal.data(), 0, normal.data().length);
    java.util.Arrays.fill(right, 0);
    pending = 0;
    weightSum = 0;
  }

  /** Adds one entry of the row. */
  void add(Vectors others, int other, float weight) {
    float root = (float) Math.sqrt(weight);
    int to = gathered.offset(pending);
    float[] target = gathered.data();
    int from = others.offset(other);
    for (int i = 0; i < dimensions; i++) {
      target[to + i] = root * others.data()[from + i];
    }
    Simd.addScaled(right, 0, weight, others.data(), from, dimensions);
    weightSum += weight;
    if (++pending == GATHERED) {
      flush();
    }
  }

  private void flush() {
    for (int row = 0; row < dimensions; row += BLOCK) { // the upper triangle is enough
      update.run(row, Math.min(row + BLOCK, dimensions), pending, row);
    }
    pending = 0;
  }

  /**
   * Solves for the row, into {@code out[from ..]}; zeros when no entry was added.
   *
   * @param ridge λ
   * @param unobservedWeight α0·n, n being how many rows the other side has
   */
  void solve(double ridge, double unobservedWeight, float[] out, int from) {
    if (weightSum == 0) {
      java.util.Arrays.fill(out, from, from + dimensions, 0);
      return;
    }
    flush();
    float diagonal = (float) (ridge * (weightSum + unobservedWeight));
    for (int i = 0; i < dimensions; i++) {
      normal.data()[normal.offset(i) + i] += diagonal;
    }
    if (!Cholesky.factor(normal)) {
      throw singular(ridge);
    }
    System.arraycopy(right, 0, out, from, dimensions);
    Cholesky.solve(normal, out, from);
  }

  static ArithmeticException singular(double ridge) {
    return new ArithmeticException(
        "the normal equations are singular: regularization " + ridge + " is too small");
  }
}
