package io.zhixun.ranking.rating;

import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Simd;

/**
 * The vectors of learners, or those of items, under Adam (Kingma and Ba, arXiv 1412.6980). The
 * vector of a row is {@code common + own}, so that what is drawn to zero is how a row differs from
 * all others, and a row without ratings has the common vector.
 *
 * <p>Only those rows move that a batch has ratings of; the corrections of the moments count the
 * steps of the row. Arrays are {@code [(rows + 1) × dimensions]}, the common vector last.
 */
final class Side {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final double START = 0.1;

  private final int dimensions;
  private final int common;
  private final float[] values;
  private final float[] gradient;
  private final float[] first;
  private final float[] second;
  private final int[] steps;
  private final int[] degree;
  private final boolean[] isTouched;
  private final int[] touched;
  private int touchedCount;

  /**
   * @param seed of the small differences between rows; rows are numbered from {@code place} in it
   */
  Side(int rows, int dimensions, long seed, long place) {
    this.dimensions = dimensions;
    this.common = rows;
    int length = Math.multiplyExact(rows + 1, dimensions);
    this.values = new float[length];
    this.gradient = new float[length];
    this.first = new float[length];
    this.second = new float[length];
    this.steps = new int[rows + 1];
    this.degree = new int[rows + 1];
    this.isTouched = new boolean[rows + 1];
    this.touched = new int[rows + 1];
    double deviation = 1 / Math.sqrt(dimensions);
    long own = Noise.bits(seed, place);
    Noise.bell(own, values, 0, length - dimensions, START * deviation);
    float[] shared = new float[dimensions]; // the same on both sides: they begin alike
    Noise.bell(seed, shared, 0, dimensions, deviation);
    System.arraycopy(shared, 0, values, length - dimensions, dimensions);
  }

  void count(int row) {
    degree[row]++;
  }

  /** out = common + own. */
  void read(int row, float[] out) {
    System.arraycopy(values, common * dimensions, out, 0, dimensions);
    if (row != RatingModel.UNKNOWN) {
      Simd.addScaled(out, 0, 1, values, row * dimensions, dimensions);
    }
  }

  /** Adds factor · direction to the gradient of a row, and so to that of the common vector. */
  void add(int row, float factor, float[] direction) {
    touch(row);
    touch(common);
    Simd.addScaled(gradient, row * dimensions, factor, direction, 0, dimensions);
    Simd.addScaled(gradient, common * dimensions, factor, direction, 0, dimensions);
  }

  /** One rating's part in drawing a row to the common vector: its ratings together do it once. */
  void draw(int row, float factor) {
    int at = row * dimensions;
    Simd.addScaled(gradient, at, factor / degree[row], values, at, dimensions);
  }

  private void touch(int row) {
    if (!isTouched[row]) {
      isTouched[row] = true;
      touched[touchedCount++] = row;
    }
  }

  /** Moves every row that has a gradient, and forgets the gradient. */
  void step(float rate) {
    for (int i = 0; i < touchedCount; i++) {
      step(touched[i], rate);
      isTouched[touched[i]] = false;
    }
    touchedCount = 0;
  }

  private void step(int row, float rate) {
    steps[row]++;
    float correction1 = (float) (1 / (1 - Math.pow(BETA1, steps[row])));
    float correction2 = (float) (1 / (1 - Math.pow(BETA2, steps[row])));
    int end = (row + 1) * dimensions;
    for (int i = row * dimensions; i < end; i++) {
      float slope = gradient[i];
      first[i] = BETA1 * first[i] + (1 - BETA1) * slope;
      second[i] = BETA2 * second[i] + (1 - BETA2) * slope * slope;
      values[i] -=
          rate * first[i] * correction1 / ((float) Math.sqrt(second[i] * correction2) + EPSILON);
      gradient[i] = 0;
    }
  }
}
