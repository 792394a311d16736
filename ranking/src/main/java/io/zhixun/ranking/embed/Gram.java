package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.MatrixProduct;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;

/**
 * scale · YᵀY of a tall matrix, {@code [d × d]}: in a fixed number of blocks that are added up in
 * their order, so that the sum does not depend on the threads.
 */
public final class Gram {
  private static final int BLOCKS = 32;
  private static final int GATHERED = 128;

  private Gram() {}

  /** On the calling thread alone. */
  public static Matrix of(Vectors rows, double scale) {
    try (Workers alone = Workers.of(1)) {
      return of(rows, scale, alone);
    }
  }

  /** Shared by some threads; the same bits. */
  public static Matrix of(Vectors rows, double scale, Workers workers) {
    int dimensions = rows.dimensions();
    Matrix[] parts = new Matrix[BLOCKS];
    workers.forEach(
        BLOCKS,
        (block, _) -> {
          int from = (int) ((long) rows.rows() * block / BLOCKS);
          int to = (int) ((long) rows.rows() * (block + 1) / BLOCKS);
          parts[block] = part(rows, from, to);
        });
    Matrix sum = new Matrix(dimensions, dimensions);
    for (Matrix part : parts) {
      for (int i = 0; i < sum.data().length; i++) {
        sum.data()[i] += part.data()[i];
      }
    }
    for (int i = 0; i < sum.data().length; i++) {
      sum.data()[i] *= (float) scale;
    }
    return sum;
  }

  /** xᵀ G x. */
  public static double quadratic(Matrix gram, float[] x) {
    double sum = 0;
    for (int row = 0; row < x.length; row++) {
      sum += (double) x[row] * Simd.dot(gram.data(), gram.offset(row), x, 0, x.length);
    }
    return sum;
  }

  private static Matrix part(Vectors rows, int from, int to) {
    int dimensions = rows.dimensions();
    Matrix gathered = new Matrix(GATHERED, dimensions);
    Matrix sum = new Matrix(dimensions, dimensions);
    MatrixProduct product = MatrixProduct.addingTransposed(gathered, gathered, sum);
    for (int start = from; start < to; start += GATHERED) {
      int count = Math.min(GATHERED, to - start);
      for (int row = 0; row < count; row++) {
        System.arraycopy(
            rows.data(),
            rows.offset(start + row),
            gathered.data(),
            gathered.offset(row),
            dimensions);
      }
      product.run(0, dimensions, count, 0);
    }
    return sum;
  }
}
