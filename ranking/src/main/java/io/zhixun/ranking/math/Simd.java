package io.zhixun.ranking.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops over floats that most of the time goes to.
 *
 * <p>All use eight lanes whatever the machine has, fused multiply-adds, and one fixed order of
 * adding up, so that the same input gives the same bits everywhere.
 */
public final class Simd {
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;
  static final int WIDTH = 8;

  private static final VectorShuffle<Float> UPPER_HALF =
      VectorShuffle.fromValues(LANES, 4, 5, 6, 7, 0, 1, 2, 3);
  private static final VectorShuffle<Float> SECOND_PAIR =
      VectorShuffle.fromValues(LANES, 2, 3, 0, 1, 6, 7, 4, 5);

  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 355 / 512f;
  private static final float LN2_LOW = -0.00021219444f;
  private static final float P5 = 0.00019875691f;
  private static final float P4 = 0.0013981999f;
  private static final float P3 = 0.008333452f;
  private static final float P2 = 0.041665796f;
  private static final float P1 = 0.16666666f;
  private static final float P0 = 0.5f;
  private static final float LIMIT = 87f;
  private static final float ROUND = 12582912f; // 1.5 · 2²³: adding and subtracting it rounds

  private Simd() {}

  /** Σ a[i]·b[i] over two arrays of the same length. */
  public static float dot(float[] a, float[] b) {
    assert a.length == b.length : a.length + " != " + b.length;
    return dot(a, 0, b, 0, a.length);
  }

  /**
   * Σ a[aFrom + i]·b[bFrom + i] for i &lt; length.
   *
   * <p>Two independent partial sums of eight lanes, because one chain of dependent adds keeps only
   * one multiply-add unit busy.
   */
  public static float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    FloatVector even = FloatVector.zero(LANES);
    FloatVector odd = FloatVector.zero(LANES);
    int i = 0;
    for (int end = length - 2 * WIDTH; i <= end; i += 2 * WIDTH) {
      even =
          FloatVector.fromArray(LANES, a, aFrom + i)
              .fma(FloatVector.fromArray(LANES, b, bFrom + i), even);
      odd =
          FloatVector.fromArray(LANES, a, aFrom + i + WIDTH)
              .fma(FloatVector.fromArray(LANES, b, bFrom + i + WIDTH), odd);
    }
    if (i <= length - WIDTH) {
      even =
          FloatVector.fromArray(LANES, a, aFrom + i)
              .fma(FloatVector.fromArray(LANES, b, bFrom + i), even);
      i += WIDTH;
    }
    float sum = fold(even.add(odd));
    for (; i < length; i++) {
      sum = Math.fma(a[aFrom + i], b[bFrom + i], sum);
    }
    return sum;
  }

  /** Σ (a[aFrom + i] − b[bFrom + i])². */
  public static float squaredDistance(float[] a, int aFrom, float[] b, int bFrom, int length) {
    FloatVector total = FloatVector.zero(LANES);
    int i = 0;
    for (int end = length - WIDTH; i <= end; i += WIDTH) {
      FloatVector difference =
          FloatVector.fromArray(LANES, a, aFrom + i)
              .sub(FloatVector.fromArray(LANES, b, bFrom + i));
      total = difference.fma(difference, total);
    }
    float sum = fold(total);
    for (; i < length; i++) {
      float difference = a[aFrom + i] - b[bFrom + i];
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }

  /** y[yFrom + i] += factor · x[xFrom + i]. */
  public static void addScaled(
      float[] y, int yFrom, float factor, float[] x, int xFrom, int length) {
    FloatVector scale = FloatVector.broadcast(LANES, factor);
    int i = 0;
    for (int end = length - WIDTH; i <= end; i += WIDTH) {
      FloatVector.fromArray(LANES, x, xFrom + i)
          .fma(scale, FloatVector.fromArray(LANES, y, yFrom + i))
          .intoArray(y, yFrom + i);
    }
    for (; i < length; i++) {
      y[yFrom + i] = Math.fma(factor, x[xFrom + i], y[yFrom + i]);
    }
  }

  /** x[from + i] *= factor. */
  public static void scale(float[] x, int from, int length, float factor) {
    int i = 0;
    for (int end = length - WIDTH; i <= end; i += WIDTH) {
      FloatVector.fromArray(LANES, x, from + i).mul(factor).intoArray(x, from + i);
    }
    for (; i < length; i++) {
      x[from + i] *= factor;
    }
  }

  /** x[xFrom + i] *= y[yFrom + i]. */
  public static void multiply(float[] x, int xFrom, float[] y, int yFrom, int length) {
    int i = 0;
    for (int end = length - WIDTH; i <= end; i += WIDTH) {
      FloatVector.fromArray(LANES, x, xFrom + i)
          .mul(FloatVector.fromArray(LANES, y, yFrom + i))
          .intoArray(x, xFrom + i);
    }
    for (; i < length; i++) {
      x[xFrom + i] *= y[yFrom + i];
    }
  }

  /** The largest of x[from .. from + length − 1]; −∞ when there are none. */
  public static float max(float[] x, int from, int length) {
    FloatVector lanes = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
    int i = 0;
    for (int end = length - WIDTH; i <= end; i += WIDTH) {
      lanes = lanes.max(FloatVector.fromArray(LANES, x, from + i));
    }
    float largest = lanes.reduceLanes(VectorOperators.MAX); // in whatever order: the same
    for (; i < length; i++) {
      largest = Math.max(largest, x[from + i]);
    }
    return largest;
  }

  /** How many of x[from .. from + length − 1] are at least {@code floor}. */
  public static int countFrom(float[] x, int from, int length, float floor) {
    int count = 0;
    int i = 0;
    for (int end = length - WIDTH; i <= end; i += WIDTH) {
      count +=
          FloatVector.fromArray(LANES, x, from + i)
              .compare(VectorOperators.GE, floor) // an operator must be constant to be fast
              .trueCount();
    }
    for (; i < length; i++) {
      count += x[from + i] >= floor ? 1 : 0;
    }
    return count;
  }

  /** How many of x[from .. from + length − 1] are above {@code floor}. */
  public static int countAbove(float[] x, int from, int length, float floor) {
    int count = 0;
    int i = 0;
    for (int end = length - WIDTH; i <= end; i += WIDTH) {
      count +=
          FloatVector.fromArray(LANES, x, from + i).compare(VectorOperators.GT, floor).trueCount();
    }
    for (; i < length; i++) {
      count += x[from + i] > floor ? 1 : 0;
    }
    return count;
  }

  /** Euclidean length. */
  public static float norm(float[] x, int from, int length) {
    return (float) Math.sqrt(dot(x, from, x, from, length));
  }

  /** Scales to length one and gives the length before; a vector of zeros is left as it is. */
  public static float normalise(float[] x, int from, int length) {
    float norm = norm(x, from, length);
    if (norm > 0) {
      scale(x, from, length, 1 / norm);
    }
    return norm;
  }

  /**
   * x[i] = exp(x[i] + shift) in place, and the sum of the results.
   *
   * <p>exp(x) = 2ⁿ · p(r) with n = round(x / ln 2) and p the degree-5 polynomial of Cephes' {@code
   * expf}: relative error below 2·10⁻⁷. Our own, because the library's vector exponential differs
   * between machines and between interpreted and compiled code. Arguments are clamped to ±87, where
   * a float's range ends.
   */
  public static float exp(float[] x, int from, int length, float shift) {
    FloatVector total = FloatVector.zero(LANES);
    int i = 0;
    for (int end = length - WIDTH; i <= end; i += WIDTH) {
      FloatVector result = exp(FloatVector.fromArray(LANES, x, from + i).add(shift));
      result.intoArray(x, from + i);
      total = total.add(result);
    }
    float sum = fold(total);
    for (; i < length; i++) {
      x[from + i] = exp(x[from + i] + shift);
      sum += x[from + i];
    }
    return sum;
  }

  private static FloatVector exp(FloatVector x) {
    FloatVector clamped = x.max(-LIMIT).min(LIMIT);
    FloatVector shifted =
        clamped.fma(FloatVector.broadcast(LANES, LOG2_E), FloatVector.broadcast(LANES, ROUND));
    FloatVector n = shifted.sub(ROUND);
    FloatVector r = n.fma(FloatVector.broadcast(LANES, -LN2_HIGH), clamped);
    r = n.fma(FloatVector.broadcast(LANES, -LN2_LOW), r);
    FloatVector p = FloatVector.broadcast(LANES, P5);
    p = p.fma(r, FloatVector.broadcast(LANES, P4));
    p = p.fma(r, FloatVector.broadcast(LANES, P3));
    p = p.fma(r, FloatVector.broadcast(LANES, P2));
    p = p.fma(r, FloatVector.broadcast(LANES, P1));
    p = p.fma(r, FloatVector.broadcast(LANES, P0));
    p = p.fma(r.mul(r), r.add(1f));
    FloatVector power =
        shifted
            .reinterpretAsInts()
            .lanewise(VectorOperators.LSHL, 23)
            .add(Float.floatToRawIntBits(1f))
            .reinterpretAsFloats();
    return p.mul(power);
  }

  /** exp(x) by the same polynomial and in the same order as the vector loop, one value. */
  public static float exp(float x) {
    float clamped = Math.min(Math.max(x, -LIMIT), LIMIT);
    float shifted = Math.fma(clamped, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float r = Math.fma(n, -LN2_HIGH, clamped);
    r = Math.fma(n, -LN2_LOW, r);
    float p = P5;
    p = Math.fma(p, r, P4);
    p = Math.fma(p, r, P3);
    p = Math.fma(p, r, P2);
    p = Math.fma(p, r, P1);
    p = Math.fma(p, r, P0);
    p = Math.fma(p, r * r, r + 1f);
    int bits = (Float.floatToRawIntBits(shifted) << 23) + Float.floatToRawIntBits(1f);
    return p * Float.intBitsToFloat(bits);
  }

  /** The sum of eight lanes, always in the order ((0+4)+(2+6)) + ((1+5)+(3+7)). */
  private static float fold(FloatVector v) {
    FloatVector half = v.add(v.rearrange(UPPER_HALF));
    FloatVector quarter = half.add(half.rearrange(SECOND_PAIR));
    return quarter.lane(0) + quarter.lane(1);
  }
}
