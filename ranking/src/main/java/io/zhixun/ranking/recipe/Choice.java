package io.zhixun.ranking.recipe;

import java.util.List;

/**
 * What was chosen for a set of interactions, and why: for the manifest and for measurements.
 *
 * @param ordered whether a learner's entries stand in an order that means something
 * @param terms what is summed, in the order of the sum; empty when nothing could be learned
 * @param trials what was tried on the validation slice, in the order of trying
 * @param why in a sentence
 */
public record Choice(boolean ordered, List<Term> terms, List<Trial> trials, String why) {
  public Choice {
    terms = List.copyOf(terms);
    trials = List.copyOf(trials);
  }

  /**
   * One part of the sum.
   *
   * @param part the method with its parameters, e.g. {@code walk(0.9,0.9,0.1)}
   * @param weight of its score after division by the root mean square over all items
   */
  public record Term(String part, double weight) {
    public Term {
      if (!(weight > 0 && weight <= 1e6)) {
        throw new IllegalArgumentException("weight must be > 0 and <= 1000000, got " + weight);
      }
    }
  }

  /**
   * One blend tried.
   *
   * @param blend its terms, e.g. {@code walk(1,1,0) + 0.3 als(0.01)}
   * @param ndcg at 20, on the validation slice
   * @param recall at 20, on the validation slice
   */
  public record Trial(String blend, double ndcg, double recall) {}
}
