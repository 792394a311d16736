package io.zhixun.ranking.neighbour;

/**
 * How "after i came j" is counted: G_ij += 1 / distance for each pair at most {@code window} apart
 * in a learner's order, then G_ij · out_i^−sourceExponent · in_j^−targetExponent, with out and in
 * the sums of G's rows and columns.
 *
 * @param window the largest distance
 * @param backward what a pair counts in the other direction, 0..1
 */
public record TransitionSettings(
    int window, double backward, double sourceExponent, double targetExponent) {
  /** For courses, which build on one another: forward only. */
  public static final TransitionSettings FORWARD = new TransitionSettings(5, 0, 0.75, 0.25);

  /** For things bought together in no strict order. */
  public static final TransitionSettings BOTH_WAYS = new TransitionSettings(5, 0.5, 0.5, 0.25);

  public TransitionSettings {
    if (window < 1 || window > 1000) {
      throw new IllegalArgumentException("window must be 1..1000, got " + window);
    }
    if (!(backward >= 0 && backward <= 1)) {
      throw new IllegalArgumentException("backward must be 0..1, got " + backward);
    }
    if (!(sourceExponent >= 0 && sourceExponent <= 2)) {
      throw new IllegalArgumentException("sourceExponent must be 0..2, got " + sourceExponent);
    }
    if (!(targetExponent >= 0 && targetExponent <= 2)) {
      throw new IllegalArgumentException("targetExponent must be 0..2, got " + targetExponent);
    }
  }
}
