package io.zhixun.store.sql;

import java.util.Optional;

/** Who or what a row of the log is about, so that it can be found without reading its content. */
sealed interface About {
  record Nothing() implements About {}

  /**
   * An event or anything else of a learner.
   *
   * @param event identifier, of an event
   */
  record OfLearner(int row, Optional<String> event) implements About {}

  record OfVisitor(String visitor, String event) implements About {}

  /**
   * A version of an item.
   *
   * @param version that the change made
   */
  record OfItem(int row, long version) implements About {}
}
