package io.zhixun.ranking.math;

import java.util.Arrays;

/**
 * Rows of equally many floats in one flat array, row-major: {@code [rows × dimensions]}.
 *
 * <p>The array is shared, not copied: hot loops read {@link #data()} directly. Whoever has handed a
 * {@code Vectors} out must not write to it any more.
 */
public final class Vectors {
  private final int rows;
  private final int dimensions;
  private final float[] data;

  private Vectors(int rows, int dimensions, float[] data) {
    this.rows = rows;
    this.dimensions = dimensions;
    this.data = data;
  }

  /** All zero. */
  public static Vectors zeros(int rows, int dimensions) {
    requireShape(rows, dimensions);
    return new Vectors(rows, dimensions, new float[rows * dimensions]);
  }

  /** A view of {@code data}, whose length must be rows × dimensions. */
  public static Vectors of(int rows, int dimensions, float[] data) {
    requireShape(rows, dimensions);
    if (data.length != rows * dimensions) {
      throw new IllegalArgumentException(
          "data must have " + rows + " x " + dimensions + " floats, got " + data.length);
    }
    return new Vectors(rows, dimensions, data);
  }

  /** The first entries of a jagged array, copied; all rows must have the same length. */
  public static Vectors copyOf(float[][] rows) {
    int dimensions = rows.length == 0 ? 1 : rows[0].length;
    Vectors copy = zeros(rows.length, dimensions);
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != dimensions) {
        throw new IllegalArgumentException(
            "row " + row + " must have " + dimensions + " floats, got " + rows[row].length);
      }
      System.arraycopy(rows[row], 0, copy.data, row * dimensions, dimensions);
    }
    return copy;
  }

  private static void requireShape(int rows, int dimensions) {
    if (rows < 0 || dimensions < 1 || (long) rows * dimensions > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "rows x dimensions must be 0.. x 1.. and fit one array, got "
              + rows
              + " x "
              + dimensions);
    }
  }

  public int rows() {
    return rows;
  }

  public int dimensions() {
    return dimensions;
  }

  /** The floats themselves, for hot loops. */
  public float[] data() {
    return data;
  }

  /** Where a row starts in {@link #data()}. */
  public int offset(int row) {
    return row * dimensions;
  }

  /** A copy of one row. */
  public float[] row(int row) {
    return Arrays.copyOfRange(data, offset(row), offset(row) + dimensions);
  }

  /** A copy whose rows have length one; rows of zeros stay zero. */
  public Vectors normalised() {
    Vectors unit = new Vectors(rows, dimensions, data.clone());
    for (int row = 0; row < rows; row++) {
      Simd.normalise(unit.data, unit.offset(row), dimensions);
    }
    return unit;
  }
}
