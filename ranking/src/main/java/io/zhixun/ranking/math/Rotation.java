package io.zhixun.ranking.math;

/** Multiplies the rows of a tall matrix by the first columns of a small square one. */
public final class Rotation {
  private static final int ROWS_A_TASK = 128;

  private final Matrix columns;

  private Rotation(Matrix columns) {
    this.columns = columns;
  }

  /**
   * The first columns of {@code [n × n]} values.
   *
   * @param values {@code [i][j]} is element i of column j
   * @param kept how many columns, 1..n
   */
  public static Rotation of(double[][] values, int kept) {
    Matrix columns = new Matrix(values.length, kept);
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < kept; j++) {
        columns.data()[columns.offset(i) + j] = (float) values[i][j];
      }
    }
    return new Rotation(columns);
  }

  /**
   * out = rows · columns.
   *
   * @param rows {@code [m × n]}
   * @param out {@code [m × ≥ kept]}, columns beyond those that are kept stay as they are; may be
   *     {@code rows} itself
   */
  public void apply(Vectors rows, Vectors out, Workers workers) {
    if (rows.dimensions() != columns.rows() || out.dimensions() < columns.columns()) {
      throw new IllegalArgumentException(
          String.format(
              "shapes must fit, got [%d x %d] = [%d x %d] * [%d x %d]",
              out.rows(),
              out.dimensions(),
              rows.rows(),
              rows.dimensions(),
              columns.rows(),
              columns.columns()));
    }
    Part[] parts = new Part[workers.count()];
    for (int worker = 0; worker < parts.length; worker++) {
      parts[worker] = new Part(columns);
    }
    workers.forEach(
        (rows.rows() + ROWS_A_TASK - 1) / ROWS_A_TASK,
        (task, worker) -> {
          int start = task * ROWS_A_TASK;
          parts[worker].apply(rows, out, start, Math.min(rows.rows(), start + ROWS_A_TASK));
        });
  }

  /** Scratch memory of one thread. */
  private static final class Part {
    private final Matrix given;
    private final Matrix turned;
    private final MatrixProduct product;

    Part(Matrix columns) {
      this.given = new Matrix(ROWS_A_TASK, columns.rows());
      this.turned = new Matrix(ROWS_A_TASK, columns.columns());
      this.product = MatrixProduct.of(given, columns, turned);
    }

    void apply(Vectors rows, Vectors out, int start, int end) {
      for (int row = start; row < end; row++) {
        System.arraycopy(
            rows.data(),
            rows.offset(row),
            given.data(),
            given.offset(row - start),
            given.columns());
      }
      product.run(0, end - start);
      for (int row = start; row < end; row++) {
        System.arraycopy(
            turned.data(),
            turned.offset(row - start),
            out.data(),
            out.offset(row),
            turned.columns());
      }
    }
  }
}
