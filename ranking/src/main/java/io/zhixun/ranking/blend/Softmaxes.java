package io.zhixun.ranking.blend;

import java.util.ArrayList;
import java.util.List;

/** The sum of the losses of choices, at weights that are moved one at a time. */
final class Softmaxes {
  private final List<Choice> choices;
  private final List<double[]> scores = new ArrayList<>();

  Softmaxes(List<Choice> choices, double[] weights) {
    this.choices = choices;
    choices.forEach(choice -> scores.add(choice.scores(weights)));
  }

  /** First and second derivative. */
  record Slope(double first, double second) {}

  /** How the losses change with one weight: Σ (E x − x_chosen) and Σ (E x² − (E x)²). */
  Slope along(int feature) {
    double first = 0;
    double second = 0;
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      double[] shares = scores.get(i).clone();
      shares(shares);
      double mean = 0;
      double square = 0;
      for (int c = 0; c < shares.length; c++) {
        double value = choice.value(c, feature);
        mean += shares[c] * value;
        square += shares[c] * value * value;
      }
      first += mean - choice.value(choice.chosen(), feature);
      second += Math.max(0, square - mean * mean);
    }
    return new Slope(first, second);
  }

  /** Adds to one weight. */
  void move(int feature, double by) {
    for (int i = 0; i < choices.size(); i++) {
      double[] of = scores.get(i);
      for (int c = 0; c < of.length; c++) {
        of[c] += by * choices.get(i).value(c, feature);
      }
    }
  }

  /** Turns scores into the shares of a softmax. */
  static void shares(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = Math.exp(scores[c] - most);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
  }
}
