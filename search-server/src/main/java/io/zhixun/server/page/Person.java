package io.zhixun.server.page;

import io.zhixun.corpus.UserId;
import java.util.Optional;

/**
 * Who looks at a page.
 *
 * @param user empty for a visitor who is nobody in particular
 * @param name as the page calls them
 * @param description what there is to say about a sample learner
 */
record Person(Optional<UserId> user, String name, Optional<String> description) {
  static final Person GUEST = new Person(Optional.empty(), "访客", Optional.empty());

  static Person of(SampleLearner learner) {
    return new Person(
        Optional.of(learner.id()), learner.name(), Optional.of(learner.description()));
  }

  static Person of(UserId user) {
    return new Person(Optional.of(user), "学员 " + user.value(), Optional.empty());
  }

  boolean isGuest() {
    return user.isEmpty();
  }

  boolean is(SampleLearner learner) {
    return user.filter(learner.id()::equals).isPresent();
  }

  /** The first character of the name, for the little round picture. */
  String initial() {
    return name.substring(0, name.offsetByCodePoints(0, 1));
  }
}
