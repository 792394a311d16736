package io.zhixun.search.semantic;

import io.zhixun.indexer.text.TextEncoder;
import io.zhixun.ranking.math.Simd;
import java.util.Arrays;
import java.util.List;

/**
 * The windows of a catalogue: centred on the catalogue's mean, because the vectors of all texts of
 * a language point the same way and that says nothing, and of length 1 again. Immutable.
 *
 * <p>Compared one by one, which is exact: 512 multiplications for each window.
 */
final class Vectors {
  private static final int WIDTH = TextEncoder.DIMENSIONS;

  private final float[] mean;
  private final int[] rows;
  private final float[] values;

  private Vectors(float[] mean, int[] rows, float[] values) {
    this.mean = mean;
    this.rows = rows;
    this.values = values;
  }

  /**
   * @param rows of each window, ascending
   * @param raw as the encoder made them
   */
  static Vectors of(int[] rows, List<float[]> raw) {
    double[] sum = new double[WIDTH];
    for (float[] vector : raw) {
      for (int i = 0; i < WIDTH; i++) {
        sum[i] += vector[i];
      }
    }
    float[] mean = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      mean[i] = (float) (sum[i] / Math.max(1, raw.size()));
    }
    Vectors empty = new Vectors(mean, rows, new float[rows.length * WIDTH]);
    for (int window = 0; window < rows.length; window++) {
      System.arraycopy(empty.centred(raw.get(window)), 0, empty.values, window * WIDTH, WIDTH);
    }
    return empty;
  }

  /** A vector as it is compared. */
  float[] centred(float[] raw) {
    float[] vector = new float[WIDTH];
    double squares = 0;
    for (int i = 0; i < WIDTH; i++) {
      vector[i] = raw[i] - mean[i];
      squares += vector[i] * vector[i];
    }
    float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
    for (int i = 0; i < WIDTH; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  /** A vector moved towards the mean of others, of length 1 again. */
  static float[] moved(float[] vector, List<float[]> others, double weight) {
    float[] sum = vector.clone();
    float each = (float) (weight / others.size());
    others.forEach(other -> Simd.addScaled(sum, 0, each, other, 0, WIDTH));
    Simd.normalise(sum, 0, WIDTH);
    return sum;
  }

  int windows() {
    return rows.length;
  }

  int row(int window) {
    return rows[window];
  }

  float cosine(float[] centred, int window) {
    return Simd.dot(centred, 0, values, window * WIDTH, WIDTH);
  }

  /** The windows of a row; none when it has none. */
  float[][] windowsOf(int row) {
    int at = Arrays.binarySearch(rows, row);
    if (at < 0) {
      return new float[0][];
    }
    int from = at;
    while (from > 0 && rows[from - 1] == row) {
      from--;
    }
    int to = at + 1;
    while (to < rows.length && rows[to] == row) {
      to++;
    }
    float[][] windows = new float[to - from][];
    for (int i = from; i < to; i++) {
      windows[i - from] = Arrays.copyOfRange(values, i * WIDTH, (i + 1) * WIDTH);
    }
    return windows;
  }
}
