package io.zhixun.server.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What every page says of an item.
 *
 * @param href the way to its page
 * @param format its Chinese name
 * @param facts rating, learners and length
 * @param state what the learner did with it
 */
record ItemView(
    String id,
    String href,
    String cover,
    String title,
    Optional<String> subtitle,
    String format,
    Optional<String> level,
    String authors,
    PriceView price,
    Facts facts,
    State state) {

  /**
   * Each empty when it is not known.
   *
   * @param learners 1.5万人在学
   * @param length 42讲, 16小时
   */
  record Facts(Optional<String> rating, Optional<String> learners, List<String> length) {
    Facts {
      length = List.copyOf(length);
    }
  }

  /**
   * @param label 已学完, 学到35%
   * @param percent how far the learner came, where that is between start and end
   */
  record State(Optional<String> label, OptionalInt percent) {
    static final State NONE = new State(Optional.empty(), OptionalInt.empty());
  }
}
