package io.zhixun.ranking.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C = A·B or C = Aᵀ·B of small dense matrices, by rows of C, so that threads can share one product.
 *
 * <p>Shapes: C {@code [m × n]}, B {@code [k × n]}, A {@code [m × k]} (or {@code [k × m]} when taken
 * transposed). Cost 2·m·n·k; the inner loop keeps a tile of 4 × 2 registers of sums. Each sum adds
 * its own k terms in order, so that here, unlike in {@link Simd}, the width of the registers does
 * not change the bits and the widest can be used.
 */
public final class MatrixProduct {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();
  private static final int TILE_ROWS = 4;
  private static final int TILE_COLUMNS = 2 * WIDTH;

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

  /** C += A·B. */
  public static MatrixProduct adding(Matrix a, Matrix b, Matrix c) {
    return new MatrixProduct(a, false, b, c, true);
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
   * @param fromColumn columns to the left of it, rounded down to a tile, are not computed
   */
  public void run(int fromRow, int toRow, int depth, int fromColumn) {
    run(fromRow, toRow, depth, fromColumn / TILE_COLUMNS * TILE_COLUMNS, cStride);
  }

  /**
   * Computes some rows of C from all terms.
   *
   * @param toColumn columns from it on, rounded up to a tile, are not computed
   */
  public void runColumns(int fromRow, int toRow, int toColumn) {
    runBlock(fromRow, toRow, 0, toColumn);
  }

  /**
   * Computes a block of C from all terms.
   *
   * @param fromColumn columns to the left of it, rounded down to a tile, are not computed
   * @param toColumn columns from it on, rounded up to a tile, are not computed
   */
  public void runBlock(int fromRow, int toRow, int fromColumn, int toColumn) {
    int tiles = (toColumn + TILE_COLUMNS - 1) / TILE_COLUMNS;
    int end = Math.min(cStride, tiles * TILE_COLUMNS);
    run(fromRow, toRow, terms, fromColumn / TILE_COLUMNS * TILE_COLUMNS, end);
  }

  private void run(int fromRow, int toRow, int depth, int fromColumn, int toColumn) {
    int column = fromColumn;
    for (; column + TILE_COLUMNS <= toColumn; column += TILE_COLUMNS) {
      int row = fromRow;
      for (; row <= toRow - TILE_ROWS; row += TILE_ROWS) {
        tile(row, column, depth);
      }
      for (; row < toRow; row++) {
        single(row, column, depth);
        single(row, column + WIDTH, depth);
      }
    }
    for (; column < toColumn; column += WIDTH) {
      for (int row = fromRow; row < toRow; row++) {
        single(row, column, depth);
      }
    }
  }

  private void tile(int row, int column, int depth) {
    float[] a = this.a;
    float[] b = this.b;
    int to = row * cStride + column;
    FloatVector c00 = start(to);
    FloatVector c01 = start(to + WIDTH);
    FloatVector c10 = start(to + cStride);
    FloatVector c11 = start(to + cStride + WIDTH);
    FloatVector c20 = start(to + 2 * cStride);
    FloatVector c21 = start(to + 2 * cStride + WIDTH);
    FloatVector c30 = start(to + 3 * cStride);
    FloatVector c31 = start(to + 3 * cStride + WIDTH);
    int a0 = row * aRow;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int from = column;
    for (int term = 0; term < depth; term++) {
      FloatVector b0 = FloatVector.fromArray(LANES, b, from);
      FloatVector b1 = FloatVector.fromArray(LANES, b, from + WIDTH);
      FloatVector factor = FloatVector.broadcast(LANES, a[a0]);
      c00 = factor.fma(b0, c00);
      c01 = factor.fma(b1, c01);
      factor = FloatVector.broadcast(LANES, a[a1]);
      c10 = factor.fma(b0, c10);
      c11 = factor.fma(b1, c11);
      factor = FloatVector.broadcast(LANES, a[a2]);
      c20 = factor.fma(b0, c20);
      c21 = factor.fma(b1, c21);
      factor = FloatVector.broadcast(LANES, a[a3]);
      c30 = factor.fma(b0, c30);
      c31 = factor.fma(b1, c31);
      a0 += aTerm;
      a1 += aTerm;
      a2 += aTerm;
      a3 += aTerm;
      from += bStride;
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + WIDTH);
    c10.intoArray(c, to + cStride);
    c11.intoArray(c, to + cStride + WIDTH);
    c20.intoArray(c, to + 2 * cStride);
    c21.intoArray(c, to + 2 * cStride + WIDTH);
    c30.intoArray(c, to + 3 * cStride);
    c31.intoArray(c, to + 3 * cStride + WIDTH);
  }

  private void single(int row, int column, int depth) {
    int to = row * cStride + column;
    FloatVector sum = start(to);
    int at = row * aRow;
    int from = column;
    for (int term = 0; term < depth; term++) {
      sum = FloatVector.broadcast(LANES, a[at]).fma(FloatVector.fromArray(LANES, b, from), sum);
      at += aTerm;
      from += bStride;
    }
    sum.intoArray(c, to);
  }

  private FloatVector start(int at) {
    return adding ? FloatVector.fromArray(LANES, c, at) : FloatVector.zero(LANES);
  }
}
