package io.zhixun.ranking.blend;

import java.util.List;

/** Of candidates that a learner could have seen, one was taken. */
public final class Choice {
  private final double[][] candidates;
  private final int chosen;

  /**
   * @param candidates feature values of each, in one order and of one length; what is not known is
   *     0
   * @param chosen which one was taken
   */
  public Choice(List<double[]> candidates, int chosen) {
    this.candidates = candidates.toArray(double[][]::new);
    this.chosen = chosen;
    if (chosen < 0 || chosen >= this.candidates.length) {
      throw new IllegalArgumentException(
          "chosen must be 0.." + (this.candidates.length - 1) + ", got " + chosen);
    }
  }

  int size() {
    return candidates.length;
  }

  int chosen() {
    return chosen;
  }

  double value(int candidate, int feature) {
    return candidates[candidate][feature];
  }

  /** The weighted sum of each candidate's values. */
  double[] scores(double[] weights) {
    double[] scores = new double[candidates.length];
    for (int c = 0; c < scores.length; c++) {
      for (int f = 0; f < weights.length; f++) {
        scores[c] += weights[f] * candidates[c][f];
      }
    }
    return scores;
  }
}
