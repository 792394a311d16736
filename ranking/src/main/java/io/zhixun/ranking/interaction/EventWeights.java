package io.zhixun.ranking.interaction;

/**
 * How much each kind of behaviour says that a learner wants an item, in units of "bought it".
 *
 * <p>The weight of a learner's {@link Engagement} with an item is the sum of its parts, at most
 * {@link #most}; it is zero, whatever else happened, once the learner said "not interested" or
 * rated below {@link #likedFrom}.
 *
 * @param click of each of the first three clicks
 * @param studyHour of study, saturating: {@code studyHour · (1 − exp(−hours))}
 * @param progress of having come to the end; in proportion before
 * @param purchase of having bought it
 * @param completion of having finished it
 * @param favourite of having marked it
 * @param rating of five stars; in proportion down to zero at one star less than {@link #likedFrom}
 * @param likedFrom the lowest rating that is not a dislike
 * @param most the largest weight of a pair
 */
public record EventWeights(
    double click,
    double studyHour,
    double progress,
    double purchase,
    double completion,
    double favourite,
    double rating,
    double likedFrom,
    double most) {
  private static final int CLICKS_THAT_COUNT = 3;

  public static final EventWeights DEFAULTS =
      new EventWeights(0.1, 0.6, 0.5, 1.0, 0.7, 0.6, 1.0, 3.0, 3.0);

  public EventWeights {
    requireRange("click", click, 0, 10);
    requireRange("studyHour", studyHour, 0, 10);
    requireRange("progress", progress, 0, 10);
    requireRange("purchase", purchase, 0, 10);
    requireRange("completion", completion, 0, 10);
    requireRange("favourite", favourite, 0, 10);
    requireRange("rating", rating, 0, 10);
    requireRange("likedFrom", likedFrom, 1, 5);
    requireRange("most", most, 0.1, 100);
  }

  private static void requireRange(String what, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(what + " must be " + min + ".." + max + ", got " + value);
    }
  }

  /** The weight of what a learner did with one item; 0 when it is no reason to propose its like. */
  public float of(Engagement done) {
    if (disliked(done)) {
      return 0;
    }
    double sum =
        click * Math.min(done.clicks(), CLICKS_THAT_COUNT)
            + studyHour * (1 - Math.exp(-done.studySeconds() / 3600.0))
            + progress * done.progress()
            + (done.purchased() ? purchase : 0)
            + (done.completed() ? completion : 0)
            + (done.favourite() ? favourite : 0);
    if (done.rating().isPresent()) {
      double floor = likedFrom - 1;
      sum += rating * (done.rating().getAsDouble() - floor) / (5 - floor);
    }
    return (float) Math.min(sum, most);
  }

  /** Whether the learner said that this item was not for them. */
  public boolean disliked(Engagement done) {
    return done.notInterested()
        || (done.rating().isPresent() && done.rating().getAsDouble() < likedFrom);
  }
}
