package io.zhixun.ranking.math;

import java.util.Arrays;

/**
 * A dense matrix of floats, row-major, whose rows are padded with zeros to a multiple of sixteen,
 * so that SIMD loops need no tails. Mutable scratch of the trainers.
 */
public final class Matrix {
  private static final int PADDING = 16;

  private final int rows;
  private final int columns;
  private final int stride;
  private final float[] data;

  public Matrix(int rows, int columns) {
    if (rows < 0 || columns < 1) {
      throw new IllegalArgumentException(
          "rows x columns must be 0.. x 1.., got " + rows + " x " + columns);
    }
    this.rows = rows;
    this.columns = columns;
    this.stride = padded(columns);
    this.data = new float[Math.multiplyExact(rows, stride)];
  }

  /** The row length that a matrix of so many columns has. */
  public static int padded(int columns) {
    return (columns + PADDING - 1) / PADDING * PADDING;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Floats from one row to the next. */
  public int stride() {
    return stride;
  }

  /** The floats themselves; what pads a row must stay zero. */
  public float[] data() {
    return data;
  }

  /** Where a row starts in {@link #data()}. */
  public int offset(int row) {
    return row * stride;
  }

  public void clear() {
    Arrays.fill(data, 0);
  }

  /** this[column][row] = source[row][column] for some rows, best sixteen at a time. */
  public void setTransposed(Matrix source, int fromRow, int toRow) {
    for (int column = 0; column < source.columns; column++) {
      int to = column * stride;
      for (int row = fromRow; row < toRow; row++) { // one cache line written at a time
        data[to + row] = source.data[row * source.stride + column];
      }
    }
  }
}
