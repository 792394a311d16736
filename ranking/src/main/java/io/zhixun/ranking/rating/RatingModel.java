package io.zhixun.ranking.rating;

/** Predicts ratings. */
@FunctionalInterface
public interface RatingModel {
  /** Stands for a learner or an item that training did not see. */
  int UNKNOWN = -1;

  /**
   * What a learner would rate an item, within the scale.
   *
   * @param user row, or {@link #UNKNOWN}
   * @param item row, or {@link #UNKNOWN}
   */
  double predict(int user, int item);

  /** The mean squared error on some ratings; 0 of none. */
  default double squaredError(Ratings asked) {
    double sum = 0;
    for (int entry = 0; entry < asked.size(); entry++) {
      double error = predict(asked.user(entry), asked.item(entry)) - asked.value(entry);
      sum += error * error;
    }
    return sum / Math.max(1, asked.size());
  }
}
