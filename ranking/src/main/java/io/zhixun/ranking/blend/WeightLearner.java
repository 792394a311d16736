package io.zhixun.ranking.blend;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Learns the weights of a blend from choices: of the candidates that a learner could have seen, one
 * was taken.
 *
 * <p>The loss of a choice is that of a softmax over its candidates, {@code −ln(exp(w·x_c) / Σ_j
 * exp(w·x_j))} (conditional logit; McFadden, 1974). Shipped weights w₀ say an order but not how
 * sharply learners choose, so first the scale T is found at which T·w₀ explains the choices best.
 * Then beside all losses stands {@code λ Σ ((w − T·w₀) / (T·(|w₀| + .1)))²}, which draws each
 * weight to the shipped one by its own scale, and the minimum is found by Newton's steps along one
 * weight after the other: the sum is convex, and the same input gives the same weights. What is
 * returned is w / T, in the scale of the shipped weights. A weight never turns negative, since
 * every feature is made so that more is better, and one that is shipped as 0 stays 0.
 */
public final class WeightLearner {
  private static final double PULL = 1;

  private static final int SWEEPS = 100;

  /** A sweep that moves no weight by more than this share of its scale was the last. */
  private static final double SETTLED = 1e-4;

  /** Of the largest weight after scaling. */
  private static final double LEAST_SCALE = 0.1;

  private static final double MOST_SCALE = 100;

  private final List<String> features;
  private final double[] shipped;

  /**
   * @param shipped weights to start from, of the features that take part
   */
  public WeightLearner(SequencedMap<String, Double> shipped) {
    this.features = List.copyOf(shipped.sequencedKeySet());
    this.shipped = shipped.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The weights that explain the choices best, near the shipped ones. */
  public Map<String, Double> learn(List<Choice> choices) {
    double scale = scale(choices);
    double[] weights = new double[shipped.length];
    for (int f = 0; f < weights.length; f++) {
      weights[f] = scale * shipped[f];
    }
    Softmaxes softmaxes = new Softmaxes(choices, weights);
    double moved = Double.MAX_VALUE;
    for (int sweep = 0; sweep < SWEEPS && moved > SETTLED; sweep++) {
      moved = 0;
      for (int f = 0; f < weights.length; f++) {
        if (shipped[f] != 0) {
          double unit = scale * (Math.abs(shipped[f]) + 0.1);
          double next = next(softmaxes.along(f), weights[f], scale * shipped[f], unit);
          softmaxes.move(f, next - weights[f]);
          moved = Math.max(moved, Math.abs(next - weights[f]) / unit);
          weights[f] = next;
        }
      }
    }
    for (int f = 0; f < weights.length; f++) {
      weights[f] /= scale;
    }
    return named(weights);
  }

  private static double next(Softmaxes.Slope slope, double weight, double centre, double unit) {
    double pull = 2 * PULL / (unit * unit);
    double first = slope.first() + pull * (weight - centre);
    double step = -first / (slope.second() + pull);
    // where the losses bend much, a full step of Newton's may lead past the minimum
    return Math.max(0, weight + Math.clamp(step, -unit, unit));
  }

  /** T: where the slope of the losses along the shipped weights is 0; found by halving. */
  private double scale(List<Choice> choices) {
    if (choices.isEmpty()) {
      return 1;
    }
    double largest = Arrays.stream(shipped).map(Math::abs).max().orElse(1);
    double low = Math.log(LEAST_SCALE / Math.max(largest, Double.MIN_NORMAL));
    double high = low + Math.log(MOST_SCALE / LEAST_SCALE);
    for (int i = 0; i < 30; i++) {
      double middle = (low + high) / 2;
      if (slopeAtScale(choices, Math.exp(middle)) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private double slopeAtScale(List<Choice> choices, double scale) {
    double slope = 0;
    for (Choice choice : choices) {
      double[] scores = choice.scores(shipped);
      double[] shares = new double[scores.length];
      for (int c = 0; c < shares.length; c++) {
        shares[c] = scale * scores[c];
      }
      Softmaxes.shares(shares);
      for (int c = 0; c < shares.length; c++) {
        slope += shares[c] * scores[c];
      }
      slope -= scores[choice.chosen()];
    }
    return slope;
  }

  /** One over the place at which the weights would show what was chosen; ties count against it. */
  public double reciprocalRank(Map<String, Double> weights, Choice choice) {
    double[] inOrder =
        features.stream().mapToDouble(name -> weights.getOrDefault(name, 0.0)).toArray();
    double[] scores = choice.scores(inOrder);
    int above = 0;
    for (int c = 0; c < scores.length; c++) {
      if (c != choice.chosen() && scores[c] >= scores[choice.chosen()]) {
        above++;
      }
    }
    return 1.0 / (1 + above);
  }

  private Map<String, Double> named(double[] weights) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int f = 0; f < weights.length; f++) {
      named.put(features.get(f), weights[f]);
    }
    return named;
  }
}
