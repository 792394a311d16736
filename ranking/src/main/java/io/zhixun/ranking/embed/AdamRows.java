package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;

/**
 * Rows of parameters with Adam's two moments, of which only those rows move that have a gradient
 * (Kingma and Ba, arXiv 1412.6980; lazily, and without correcting the bias of the first steps). The
 * second moment is one number a row, the mean over its elements: a third of the memory less, and
 * one root a row.
 */
final class AdamRows {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.99f;
  private static final float EPSILON = 1e-8f;

  private final Vectors parameters;
  private final Vectors first;
  private final float[] second;

  AdamRows(Vectors parameters) {
    this.parameters = parameters;
    this.first = Vectors.zeros(parameters.rows(), parameters.dimensions());
    this.second = new float[parameters.rows()];
  }

  Vectors parameters() {
    return parameters;
  }

  /** One step of a row against {@code gradient[from ..]}. Different rows may step at once. */
  void step(int row, float rate, float[] gradient, int from) {
    float[] m = first.data();
    int dimensions = parameters.dimensions();
    int at = parameters.offset(row);
    float square = Simd.dot(gradient, from, gradient, from, dimensions) / dimensions;
    second[row] = BETA2 * second[row] + (1 - BETA2) * square;
    Simd.scale(m, at, dimensions, BETA1);
    Simd.addScaled(m, at, 1 - BETA1, gradient, from, dimensions);
    float step = rate / ((float) Math.sqrt(second[row]) + EPSILON);
    Simd.addScaled(parameters.data(), at, -step, m, at, dimensions);
  }
}
