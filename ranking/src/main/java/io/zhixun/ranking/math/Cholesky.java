package io.zhixun.ranking.math;

/**
 * Solves A·x = b for a symmetric positive definite A.
 *
 * <p>A is given by its upper triangle, in a row-major matrix, and becomes U with A = UᵀU in place
 * (right-looking, so that the inner loop runs along a row): n³/3 operations.
 */
public final class Cholesky {
  private Cholesky() {}

  /**
   * Factors the upper triangle in place.
   *
   * @return false when A is not positive definite as far as floats can tell; its content is then
   *     undefined
   */
  public static boolean factor(Matrix matrix) {
    return factor(matrix, matrix.rows());
  }

  /** Factors the upper triangle of the first {@code n} rows and columns in place. */
  public static boolean factor(Matrix matrix, int n) {
    float[] a = matrix.data();
    int stride = matrix.stride();
    for (int k = 0; k < n; k++) {
      int rowK = k * stride;
      float pivot = a[rowK + k];
      if (!(pivot > 0) || pivot == Float.POSITIVE_INFINITY) {
        return false;
      }
      Simd.scale(a, rowK + k, n - k, 1 / (float) Math.sqrt(pivot));
      for (int i = k + 1; i < n; i++) {
        Simd.addScaled(a, i * stride + i, -a[rowK + i], a, rowK + i, n - i);
      }
    }
    return true;
  }

  /** Replaces {@code x[from ..]}, holding b, by the solution, with the U that factoring left. */
  public static void solve(Matrix factored, float[] x, int from) {
    solve(factored, factored.rows(), x, from);
  }

  /** The same with the first {@code n} rows and columns. */
  public static void solve(Matrix factored, int n, float[] x, int from) {
    float[] u = factored.data();
    int stride = factored.stride();
    solveTransposed(factored, n, x, from);
    for (int k = n - 1; k >= 0; k--) { // U x = y
      float rest = Simd.dot(u, k * stride + k + 1, x, from + k + 1, n - k - 1);
      x[from + k] = (x[from + k] - rest) / u[k * stride + k];
    }
  }

  /** Solves only Uᵀ y = b, that is y ← bᵀ U⁻¹ as a row: n² / 2 multiply-adds. */
  public static void solveTransposed(Matrix factored, float[] x, int from) {
    solveTransposed(factored, factored.rows(), x, from);
  }

  private static void solveTransposed(Matrix factored, int n, float[] x, int from) {
    float[] u = factored.data();
    int stride = factored.stride();
    for (int k = 0; k < n; k++) { // by columns of Uᵀ = rows of U
      float y = x[from + k] / u[k * stride + k];
      x[from + k] = y;
      Simd.addScaled(x, from + k + 1, -y, u, k * stride + k + 1, n - k - 1);
    }
  }
}
