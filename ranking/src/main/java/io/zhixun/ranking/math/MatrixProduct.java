package io.zhixun.ranking.math;

import jdk.incubator.vector.FloatVector;

/**
 * C = A·B or C = Aᵀ·B of small dense matrices, by rows of C, so that threads can share one product.
 *
 * <p>Shapes: C {@code [m × n]}, B {@code [k × n]}, A {@code [m × k]} (or {@code [k × m]} when taken
 * transposed). Cost 2·m·n·k; the inner loop keeps a tile of 4 × 16 sums in registers, and each sum
 * adds its k terms in order, whatever the tile.
 */
public final class MatrixProduct {
  private static final int TILE_ROWS = 4;
  private static final int TILE_COLUMNS = 2 * Simd.WIDTH;

  private final float[] a;
  private final int aRow; // step in A from one row of C to the next
  private final int aTerm; // step in A from one term of the sum to the next
  private final float[] b;
  private final int bStride;
  private final float[] c;
  private final int cStride;
  private final int terms;
  private final boolean adding;

  private MatrixProduct(Matrix a, boolean transposed, Matrix b, Matrix c, boolean adding) {
    this.adding = adding;
    this.a = a.data();
    this.aRow = transposed ? 1 : a.stride();
    this.aTerm = transposed ? a.stride() : 1;
    this.b = b.data();
    this.bStride = b.stride();
    this.c = c.data();
    this.cStride = c.stride();
    this.terms = b.rows();
    int inner = transposed ? a.rows() : a.columns();
    int outer = transposed ? a.columns() : a.rows();
    if (inner != b.rows() || outer != c.rows() || b.columns() != c.columns()) {
      throw new IllegalArgumentException(
          String.format(
              "shapes must fit, got [%d x %d] = [%d x %d] * [%d x %d]",
              c.rows(), c.columns(), outer, inner, b.rows(), b.columns()));
    }
  }

  /** C = A·B. */
  public static MatrixProduct of(Matrix a, Matrix b, Matrix c) {
    return new MatrixProduct(a, false, b, c, false);
  }

  /** C = Aᵀ·B. */
  public static MatrixProduct ofTransposed(Matrix a, Matrix b, Matrix c) {
    return new MatrixProduct(a, true, b, c, false);
  }

  /** C += Aᵀ·B. */
  public static MatrixProduct addingTransposed(Matrix a, Matrix b, Matrix c) {
    return new MatrixProduct(a, true, b, c, true);
  }

  /** Computes rows {@code fromRow} (included) to {@code toRow} (not) of C with all terms. */
  public void run(int fromRow, int toRow) {
    run(fromRow, toRow, terms, 0);
  }

  /**
   * Computes some rows of C from the first {@code depth} terms alone.
   *
   * @param fromColumn columns to the left of it, rounded down to a multiple of 16, are not computed
   */
  public void run(int fromRow, int toRow, int depth, int fromColumn) {
    int firstColumn = fromColumn / TILE_COLUMNS * TILE_COLUMNS;
    for (int column = firstColumn; column < cStride; column += TILE_COLUMNS) {
      int row = fromRow;
      for (; row <= toRow - TILE_ROWS; row += TILE_ROWS) {
        tile(row, column, depth);
      }
      for (; row < toRow; row++) {
        single(row, column, depth);
      }
    }
  }

  private void tile(int row, int column, int depth) {
    float[] a = this.a;
    float[] b = this.b;
    int to = row * cStride + column;
    FloatVector c00 = start(to);
    FloatVector c01 = start(to + Simd.WIDTH);
    FloatVector c10 = start(to + cStride);
    FloatVector c11 = start(to + cStride + Simd.WIDTH);
    FloatVector c20 = start(to + 2 * cStride);
    FloatVector c21 = start(to + 2 * cStride + Simd.WIDTH);
    FloatVector c30 = start(to + 3 * cStride);
    FloatVector c31 = start(to + 3 * cStride + Simd.WIDTH);
    int a0 = row * aRow;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int from = column;
    for (int term = 0; term < depth; term++) {
      FloatVector b0 = FloatVector.fromArray(Simd.LANES, b, from);
      FloatVector b1 = FloatVector.fromArray(Simd.LANES, b, from + Simd.WIDTH);
      FloatVector factor = FloatVector.broadcast(Simd.LANES, a[a0]);
      c00 = factor.fma(b0, c00);
      c01 = factor.fma(b1, c01);
      factor = FloatVector.broadcast(Simd.LANES, a[a1]);
      c10 = factor.fma(b0, c10);
      c11 = factor.fma(b1, c11);
      factor = FloatVector.broadcast(Simd.LANES, a[a2]);
      c20 = factor.fma(b0, c20);
      c21 = factor.fma(b1, c21);
      factor = FloatVector.broadcast(Simd.LANES, a[a3]);
      c30 = factor.fma(b0, c30);
      c31 = factor.fma(b1, c31);
      a0 += aTerm;
      a1 += aTerm;
      a2 += aTerm;
      a3 += aTerm;
      from += bStride;
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + Simd.WIDTH);
    c10.intoArray(c, to + cStride);
    c11.intoArray(c, to + cStride + Simd.WIDTH);
    c20.intoArray(c, to + 2 * cStride);
    c21.intoArray(c, to + 2 * cStride + Simd.WIDTH);
    c30.intoArray(c, to + 3 * cStride);
    c31.intoArray(c, to + 3 * cStride + Simd.WIDTH);
  }

  private void single(int row, int column, int depth) {
    int to = row * cStride + column;
    FloatVector c0 = start(to);
    FloatVector c1 = start(to + Simd.WIDTH);
    int at = row * aRow;
    int from = column;
    for (int term = 0; term < depth; term++) {
      FloatVector factor = FloatVector.broadcast(Simd.LANES, a[at]);
      c0 = factor.fma(FloatVector.fromArray(Simd.LANES, b, from), c0);
      c1 = factor.fma(FloatVector.fromArray(Simd.LANES, b, from + Simd.WIDTH), c1);
      at += aTerm;
      from += bStride;
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + Simd.WIDTH);
  }

  private FloatVector start(int at) {
    return adding ? FloatVector.fromArray(Simd.LANES, c, at) : FloatVector.zero(Simd.LANES);
  }
}
