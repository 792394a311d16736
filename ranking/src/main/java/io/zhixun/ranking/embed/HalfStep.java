package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.Rotation;
import io.zhixun.ranking.math.SymmetricEigen;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;

/**
 * What all rows of one half-step of weighted ALS share: the other side's vectors, turned to axes in
 * which α0·YᵀY is diagonal. Scores do not change by it, since the rows that are solved against them
 * come out in the same axes; and it lets rows with few entries be solved in less ({@link
 * ShortRow}).
 */
final class HalfStep {
  private final Vectors others;
  private final Matrix base;
  private final float[] spectrum;
  private final double ridge;
  private final double unobservedWeight;

  private HalfStep(Vectors others, float[] spectrum, AlsSettings settings) {
    this.others = others;
    this.spectrum = spectrum;
    this.base = new Matrix(spectrum.length, spectrum.length);
    for (int i = 0; i < spectrum.length; i++) {
      base.data()[base.offset(i) + i] = spectrum[i];
    }
    this.ridge = settings.regularization();
    this.unobservedWeight = settings.unobserved() * others.rows();
  }

  /** Turns {@code others}, in place. */
  static HalfStep of(Vectors others, AlsSettings settings, Workers workers) {
    Matrix products = Gram.of(others, settings.unobserved(), workers);
    double[][] axes = SymmetricEigen.vectors(products);
    float[] spectrum = new float[others.dimensions()];
    float[] axis = new float[others.dimensions()];
    for (int j = 0; j < spectrum.length; j++) {
      for (int i = 0; i < axis.length; i++) {
        axis[i] = (float) axes[i][j];
      }
      spectrum[j] = (float) Math.max(0, Gram.quadratic(products, axis));
    }
    Rotation.of(axes, others.dimensions()).apply(others, others, workers);
    return new HalfStep(others, spectrum, settings);
  }

  /** The other side's vectors. */
  Vectors others() {
    return others;
  }

  /** α0·YᵀY {@code [d × d]}, zero off its diagonal. */
  Matrix base() {
    return base;
  }

  /** The diagonal of α0·YᵀY {@code [d]}. */
  float[] spectrum() {
    return spectrum;
  }

  /** λ. */
  double ridge() {
    return ridge;
  }

  /** α0·n, n being how many rows the other side has. */
  double unobservedWeight() {
    return unobservedWeight;
  }
}
