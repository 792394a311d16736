package io.zhixun.ranking.feature;

/**
 * What the scorers say of one candidate; {@code NaN} where a scorer had nothing to say.
 *
 * @param lexical keyword relevance as a share of the best in the window, 0..1
 * @param collaborative the learned model's calibrated score for this learner; 1 is typical of a
 *     candidate worth proposing, 0 of an item with no relation to the history
 * @param popularity decayed count of learners as a share of the most popular item's on a
 *     logarithmic scale, 0..1
 */
public record Signals(double lexical, double collaborative, double popularity) {
  public static final Signals NONE = new Signals(Double.NaN, Double.NaN, Double.NaN);
}
