package io.zhixun.ranking.blend;

import io.zhixun.ranking.feature.Feature;
import io.zhixun.ranking.feature.FeatureSet;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.feature.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A weighted sum of calibrated features, {@code score = Σ w_f · g_f(λ) · x_f}, where x_f is the
 * feature's value, and g_f is 1 for a feature that does not depend on the learner and λ / 0.5 for
 * one that does. A value that is not known adds nothing.
 *
 * <p>At λ = 0 a personal feature is not even computed. Immutable, safe for many threads.
 */
public final class Blender {
  /** The request weight at which personal features count exactly as the settings say. */
  static final double NEUTRAL_WEIGHT = 0.5;

  private final List<Feature> features = new ArrayList<>();
  private final double[] weights;

  /**
   * @param weights of features by name; those not named are not computed
   */
  public Blender(Map<String, Double> weights) {
    for (Feature feature : FeatureSet.ALL) {
      if (weights.getOrDefault(feature.name(), 0.0) != 0) {
        features.add(feature);
      }
    }
    this.weights = new double[features.size()];
    for (int f = 0; f < this.weights.length; f++) {
      this.weights[f] = weights.get(features.get(f).name());
    }
  }

  /**
   * The score of one candidate, larger is better.
   *
   * @param weight λ of the request, 0..1
   */
  public double score(ItemFacts item, Signals signals, Viewer viewer, double weight) {
    double sum = 0;
    for (int f = 0; f < weights.length; f++) {
      double effective = effectiveWeight(f, weight);
      double value = effective == 0 ? Double.NaN : features.get(f).value(item, signals, viewer);
      if (!Double.isNaN(value)) {
        sum += value * effective;
      }
    }
    return sum;
  }

  /** The summands of {@link #score}, in the order of {@link FeatureSet#ALL}; known ones only. */
  public List<Part> parts(ItemFacts item, Signals signals, Viewer viewer, double weight) {
    List<Part> parts = new ArrayList<>();
    for (int f = 0; f < weights.length; f++) {
      double effective = effectiveWeight(f, weight);
      double value = effective == 0 ? Double.NaN : features.get(f).value(item, signals, viewer);
      if (!Double.isNaN(value)) {
        parts.add(new Part(features.get(f).name(), value, effective, value * effective));
      }
    }
    return parts;
  }

  private double effectiveWeight(int f, double weight) {
    return features.get(f).isPersonal() ? weights[f] * weight / NEUTRAL_WEIGHT : weights[f];
  }
}
