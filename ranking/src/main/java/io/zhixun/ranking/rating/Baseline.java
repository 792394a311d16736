package io.zhixun.ranking.rating;

import java.util.Arrays;

/**
 * The two predictions that take no model: the mean μ, and {@code μ + b_i + b_u}, how much an item
 * is liked more than others and how much more generous a learner is (Koren, "Factor in the
 * Neighbors", TKDD 2010, §2.1). Both biases are fitted together, as the least of {@code Σ (r − μ −
 * b_i − b_u)² + 2 Σ b_i² + 5 Σ b_u²}, by turns.
 */
public final class Baseline {
  private static final double ITEM_DAMPING = 2;
  private static final double USER_DAMPING = 5;
  private static final int TURNS = 15;

  private Baseline() {}

  /** The same for everybody and everything. */
  public static RatingModel mean(Ratings train) {
    double mean = train.mean();
    return (_, _) -> mean;
  }

  /** The mean, and how item and learner are off it. */
  public static RatingModel biased(Ratings train) {
    double mean = train.mean();
    double[] items = new double[train.shape().items()];
    double[] users = new double[train.shape().users()];
    for (int turn = 0; turn < TURNS; turn++) {
      double[] itemSums = new double[items.length];
      double[] itemCounts = new double[items.length];
      for (int entry = 0; entry < train.size(); entry++) {
        itemSums[train.item(entry)] += train.value(entry) - mean - users[train.user(entry)];
        itemCounts[train.item(entry)]++;
      }
      Arrays.setAll(items, item -> itemSums[item] / (ITEM_DAMPING + itemCounts[item]));
      double[] userSums = new double[users.length];
      double[] userCounts = new double[users.length];
      for (int entry = 0; entry < train.size(); entry++) {
        userSums[train.user(entry)] += train.value(entry) - mean - items[train.item(entry)];
        userCounts[train.user(entry)]++;
      }
      Arrays.setAll(users, user -> userSums[user] / (USER_DAMPING + userCounts[user]));
    }
    return (user, item) -> train.shape().clamped(mean + of(users, user) + of(items, item));
  }

  private static double of(double[] biases, int row) {
    return row == RatingModel.UNKNOWN ? 0 : biases[row];
  }
}
