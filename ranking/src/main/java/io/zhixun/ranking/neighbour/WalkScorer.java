package io.zhixun.ranking.neighbour;

import io.zhixun.ranking.interaction.Interactions;

/**
 * The walk itself, without lists: goes from the history to the users to their items. Exact, and the
 * oracle for {@link Walks}; too slow for requests where some items have many users.
 */
public final class WalkScorer {
  private final Interactions all;
  private final float[] source;
  private final float[] through;
  private final float[] target;

  public WalkScorer(Interactions interactions, WalkExponents exponents) {
    this.all = interactions;
    this.source = exponents.ofSources(interactions);
    this.through = exponents.ofUsers(interactions);
    this.target = exponents.ofTargets(interactions);
  }

  /**
   * Adds the score of every item to {@code scores}.
   *
   * @param history item rows
   * @param weights w_i beside them
   * @param scores {@code [items]}
   */
  public void addScores(int[] history, float[] weights, float[] scores) {
    float[] reached = new float[all.users()];
    for (int at = 0; at < history.length; at++) {
      int item = history[at];
      float factor = weights[at] * source[item];
      for (int entry = all.itemStart(item); entry < all.itemStart(item + 1); entry++) {
        reached[all.columnUser(entry)] += factor * all.columnWeight(entry);
      }
    }
    float[] sums = new float[all.items()];
    for (int user = 0; user < reached.length; user++) {
      if (reached[user] > 0) {
        float factor = reached[user] * through[user];
        for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
          sums[all.item(entry)] += factor * all.weight(entry);
        }
      }
    }
    for (int item = 0; item < sums.length; item++) {
      if (sums[item] > 0) {
        scores[item] += sums[item] * target[item];
      }
    }
  }
}
