package io.zhixun.search.serving;

import io.zhixun.corpus.UserId;
import io.zhixun.ranking.feature.Viewer;
import io.zhixun.ranking.policy.Eligibility;
import java.util.Optional;

/**
 * Who an answer is for, made once a request.
 *
 * @param viewer what scores may know of the learner: nobody in particular when the answer is not
 *     personalised
 * @param history the learner's items as rows; empty when the answer is not personalised
 * @param eligibility what must not be proposed, which holds whether or not scores are personalised
 */
public record Seeker(
    Optional<UserId> user, Viewer viewer, Trail history, Eligibility eligibility, Use use) {
  /**
   * How much of the learner an answer uses.
   *
   * @param weight of personal features, 0..1; 0 when the answer is not personalised
   * @param lookedUp false when the record could not be asked about the learner
   */
  public record Use(double weight, boolean personalised, boolean lookedUp) {}

  public double weight() {
    return use.weight();
  }

  public boolean personalised() {
    return use.personalised();
  }

  /** False when the record could not be asked about the learner, who is a stranger then. */
  public boolean lookedUp() {
    return use.lookedUp();
  }
}
