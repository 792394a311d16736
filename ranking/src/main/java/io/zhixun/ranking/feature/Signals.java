package io.zhixun.ranking.feature;

/**
 * What the scorers say of one candidate; {@code NaN} where a scorer had nothing to say.
 *
 * @param lexical keyword relevance as a share of the best in the window, 0..1
 * @param embedding the learned vectors' share of the recipe's score for this learner; 1 is the root
 *     mean square over all items
 * @param neighbour the item neighbours' share of it, in the same unit
 * @param cooccurrence how often a random walk from the learner's items comes to it; 1 is the root
 *     mean square over all items
 * @param likeness of an item that hardly anybody took, what its texts say about whether this
 *     learner would; 1 is the root mean square over learners and items
 * @param popularity how many learners chose it, on a logarithmic scale, 0..1
 * @param openness how much the query leaves open, 0 (hardly anything holds it) to 1 (plenty does,
 *     or there is no query)
 */
public record Signals(
    double lexical,
    double embedding,
    double neighbour,
    double cooccurrence,
    double likeness,
    double popularity,
    double openness) {
  public static final Signals NONE =
      new Signals(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1);
}
