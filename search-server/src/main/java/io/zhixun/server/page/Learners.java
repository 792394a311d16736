package io.zhixun.server.page;

import io.zhixun.corpus.UserId;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.learner.Learner;
import java.util.Optional;

/** What is known of learners, for the pages that show it to themselves. */
@FunctionalInterface
public interface Learners {
  /** The learner's portrait as of now; empty when nothing is known. */
  Optional<Portrait> portrait(UserId learner);

  /** One learner, and what the history says about tastes. */
  record Portrait(Learner learner, Tastes tastes) {}
}
