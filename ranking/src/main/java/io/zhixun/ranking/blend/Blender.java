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
 * A weighted sum of calibrated features, {@code score = Σ w_f · g_f(λ) · h_f(o) · x_f}, where x_f
 * is the feature's value, and g_f is 1 for a feature that does not depend on the learner and λ /
 * 0.5 for one that does. A value that is not known adds nothing.
 *
 * <p>h_f is 1 for relevance and {@code n + (1 − n) · o} for everything else, where o says how much
 * the query leaves open: the more exactly somebody says what they want, the less it matters what
 * others, or they themselves, mostly take.
 *
 * <p>At λ = 0 a personal feature is not even computed. Immutable, safe for many threads.
 */
public final class Blender {
  /** The request weight at which personal features count exactly as the settings say. */
  static final double NEUTRAL_WEIGHT = 0.5;

  private static final int BLOCK = 128;

  private final List<Feature> features = new ArrayList<>();
  private final double[] weights;
  private final double narrow;

  /** A blend in which all weights hold whatever the query leaves open. */
  public Blender(Map<String, Double> weights) {
    this(weights, 1);
  }

  /**
   * @param weights of features by name; those not named are not computed
   * @param narrow n, what the weight of all but relevance falls to for a query that leaves nothing
   *     open, 0..1
   */
  public Blender(Map<String, Double> weights, double narrow) {
    this.narrow = narrow;
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
      double effective = effectiveWeight(f, signals.openness(), weight);
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
      double effective = effectiveWeight(f, signals.openness(), weight);
      double value = effective == 0 ? Double.NaN : features.get(f).value(item, signals, viewer);
      if (!Double.isNaN(value)) {
        parts.add(new Part(features.get(f).name(), value, effective, value * effective));
      }
    }
    return parts;
  }

  /** Whether any feature that takes part goes by what is taken together. */
  public boolean readsCooccurrence() {
    return features.stream().anyMatch(Feature::readsCooccurrence);
  }

  /**
   * The scores of many candidates of one request, each exactly that of {@link #score}: feature by
   * feature, so that weights are found once, and {@value #BLOCK} candidates at a time, so that what
   * one feature has read of them is near when the next one reads it.
   *
   * @param signals beside the items
   * @param openness of all signals
   */
  public double[] scores(
      List<ItemFacts> items, List<Signals> signals, double openness, Viewer viewer, double weight) {
    double[] effective = new double[weights.length];
    for (int f = 0; f < effective.length; f++) {
      effective[f] = effectiveWeight(f, openness, weight);
    }
    double[] sums = new double[items.size()];
    for (int from = 0; from < sums.length; from += BLOCK) {
      int to = Math.min(from + BLOCK, sums.length);
      for (int f = 0; f < effective.length; f++) {
        Feature feature = features.get(f);
        for (int i = from; i < to && effective[f] != 0; i++) {
          double value = feature.value(items.get(i), signals.get(i), viewer);
          sums[i] += Double.isNaN(value) ? 0 : value * effective[f];
        }
      }
    }
    return sums;
  }

  private double effectiveWeight(int f, double openness, double weight) {
    double own = features.get(f).isPersonal() ? weights[f] * weight / NEUTRAL_WEIGHT : weights[f];
    return own * share(features.get(f), openness);
  }

  /** h_f of a feature: how much of its weight holds for this query. */
  public double share(Feature feature, Signals signals) {
    return share(feature, signals.openness());
  }

  private double share(Feature feature, double openness) {
    return feature.isRelevance() ? 1 : narrow + (1 - narrow) * openness;
  }
}
