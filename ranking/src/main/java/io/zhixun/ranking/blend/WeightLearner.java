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
 * exp(w·x_j))} (conditional logit; McFadden, 1974); beside all of them stands {@code λ Σ ((w − w₀)
 * / (|w₀| + .1))²}, which draws each weight to the shipped one by its own scale. Adagrad over the
 * choices in the given order: the same input gives the same weights. A weight never turns negative,
 * since every feature is made so that more is better, and one that is shipped as 0 stays 0.
 */
public final class WeightLearner {
  private static final int EPOCHS = 20;
  private static final double RATE = 0.05;
  private static final double PULL = 5;

  private final List<String> features;
  private final double[] shipped;

  /**
   * @param shipped weights to start from, of the features that take part
   */
  public WeightLearner(SequencedMap<String, Double> shipped) {
    this.features = List.copyOf(shipped.sequencedKeySet());
    this.shipped = shipped.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * A choice.
   *
   * @param candidates feature values of each, in the order of the weights; what is not known is 0
   * @param chosen which one was taken
   */
  public record Choice(List<List<Double>> candidates, int chosen) {
    public Choice {
      candidates = List.copyOf(candidates);
      if (chosen < 0 || chosen >= candidates.size()) {
        throw new IllegalArgumentException(
            "chosen must be 0.." + (candidates.size() - 1) + ", got " + chosen);
      }
    }
  }

  /** The weights that explain the choices best, near the shipped ones. */
  public Map<String, Double> learn(List<Choice> choices) {
    double[] weights = shipped.clone();
    double[] squares = new double[weights.length];
    Arrays.fill(squares, 1e-6);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (Choice choice : choices) {
        step(weights, squares, gradient(weights, choice), PULL / choices.size());
      }
    }
    return named(weights);
  }

  private void step(double[] weights, double[] squares, double[] gradient, double pull) {
    for (int f = 0; f < weights.length; f++) {
      double scale = Math.abs(shipped[f]) + 0.1;
      double slope = gradient[f] + 2 * pull * (weights[f] - shipped[f]) / (scale * scale);
      squares[f] += slope * slope;
      double next = weights[f] - RATE * slope / Math.sqrt(squares[f]);
      weights[f] = shipped[f] == 0 ? 0 : Math.max(0, next);
    }
  }

  /** Σ_j p_j x_j − x_chosen. */
  private static double[] gradient(double[] weights, Choice choice) {
    double[] scores = scores(weights, choice);
    double most = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = Math.exp(scores[c] - most);
      sum += scores[c];
    }
    double[] gradient = new double[weights.length];
    for (int c = 0; c < scores.length; c++) {
      double share = scores[c] / sum - (c == choice.chosen() ? 1 : 0);
      List<Double> values = choice.candidates().get(c);
      for (int f = 0; f < gradient.length; f++) {
        gradient[f] += share * values.get(f);
      }
    }
    return gradient;
  }

  private static double[] scores(double[] weights, Choice choice) {
    double[] scores = new double[choice.candidates().size()];
    for (int c = 0; c < scores.length; c++) {
      List<Double> values = choice.candidates().get(c);
      for (int f = 0; f < weights.length; f++) {
        scores[c] += weights[f] * values.get(f);
      }
    }
    return scores;
  }

  /** One over the place at which the weights would show what was chosen; ties count against it. */
  public double reciprocalRank(Map<String, Double> weights, Choice choice) {
    double[] inOrder =
        features.stream().mapToDouble(name -> weights.getOrDefault(name, 0.0)).toArray();
    double[] scores = scores(inOrder, choice);
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
