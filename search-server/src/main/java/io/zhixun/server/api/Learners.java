package io.zhixun.server.api;

import io.javalin.http.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.store.LearnerSettings;

/** What is known of learners. */
final class Learners {
  private final Records records;

  Learners(Records records) {
    this.records = records;
  }

  /**
   * The profile of a learner, empty but for the id when only events are known. A key bound to a
   * learner always finds that one, even before anything is known.
   */
  UserProfile require(Context ctx, UserId id) {
    if (!records.isKnown(id) && Caller.of(ctx).bound().isEmpty()) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "no such learner");
    }
    return records.profile(id).orElseGet(() -> UserProfile.unknown(id));
  }

  LearnerSettings settings(UserId id) {
    return records.settings(id);
  }
}
