package io.zhixun.ranking.math;

/**
 * The inverse of a symmetric positive definite matrix, in place, by Gauss–Jordan elimination in
 * blocks without pivoting: n³ multiply-adds, nearly all of them in products of large matrices.
 *
 * <p>Each step takes one block D of the diagonal, its rows R and its columns C, and does
 *
 * <pre>
 *   D ← D⁻¹,   R ← D R,   A ← A − C R,   columns ← −C D
 * </pre>
 */
public final class Inverse {
  private static final int BLOCK = 64;
  private static final int ROWS_A_TASK = 64;

  private Inverse() {}

  /** Replaces the matrix by its inverse; the rows of a step are shared by the threads. */
  public static void inPlace(Matrix matrix, Workers workers, Progress progress) {
    int n = matrix.rows();
    if (n != matrix.columns()) {
      throw new IllegalArgumentException(
          "matrix must be square, got " + n + " x " + matrix.columns());
    }
    Matrix rows = new Matrix(BLOCK, Math.max(1, n));
    Matrix columns = new Matrix(n, BLOCK);
    MatrixProduct eliminate = MatrixProduct.adding(columns, rows, matrix);
    for (int from = 0; from < n; from += BLOCK) {
      progress.at("inverse", (double) from / n);
      int size = Math.min(BLOCK, n - from);
      takeColumns(matrix, columns, from, size);
      takeRows(matrix, rows, from, size);
      int start = from;
      workers.forEach(
          (n + ROWS_A_TASK - 1) / ROWS_A_TASK,
          (task, _) -> {
            int first = task * ROWS_A_TASK; // blocks and tasks coincide
            if (first != start) {
              eliminate.run(first, Math.min(n, first + ROWS_A_TASK), size, 0);
            }
          });
      for (int row = 0; row < size; row++) {
        System.arraycopy(
            rows.data(), rows.offset(row), matrix.data(), matrix.offset(from + row), n);
      }
    }
  }

  /** columns ← −C, and zeros where it stood. */
  private static void takeColumns(Matrix matrix, Matrix columns, int from, int size) {
    for (int row = 0; row < matrix.rows(); row++) {
      int at = matrix.offset(row) + from;
      for (int column = 0; column < size; column++) {
        columns.data()[columns.offset(row) + column] = -matrix.data()[at + column];
      }
      boolean own = row >= from && row < from + size;
      if (!own) {
        java.util.Arrays.fill(matrix.data(), at, at + size, 0);
      }
    }
  }

  /** rows ← D⁻¹ R, with D⁻¹ itself in the place of D. */
  private static void takeRows(Matrix matrix, Matrix rows, int from, int size) {
    double[][] inverse = invert(matrix, from, size);
    rows.clear();
    for (int row = 0; row < size; row++) {
      int to = rows.offset(row);
      for (int term = 0; term < size; term++) {
        Simd.addScaled(
            rows.data(),
            to,
            (float) inverse[row][term],
            matrix.data(),
            matrix.offset(from + term),
            matrix.columns());
      }
      for (int column = 0; column < size; column++) {
        rows.data()[to + from + column] = (float) inverse[row][column];
      }
    }
  }

  /** The inverse of one block of the diagonal, in double precision. */
  private static double[][] invert(Matrix matrix, int from, int size) {
    double[][] a = new double[size][2 * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        a[row][column] = matrix.data()[matrix.offset(from + row) + from + column];
      }
      a[row][size + row] = 1;
    }
    for (int pivot = 0; pivot < size; pivot++) {
      double scale = 1 / a[pivot][pivot];
      for (int column = pivot; column < 2 * size; column++) {
        a[pivot][column] *= scale;
      }
      for (int row = 0; row < size; row++) {
        double factor = a[row][pivot];
        if (row != pivot && factor != 0) {
          for (int column = pivot; column < 2 * size; column++) {
            a[row][column] -= factor * a[pivot][column];
          }
        }
      }
    }
    double[][] inverse = new double[size][];
    for (int row = 0; row < size; row++) {
      inverse[row] = java.util.Arrays.copyOfRange(a[row], size, 2 * size);
    }
    return inverse;
  }
}
