package io.zhixun.corpus.dataset;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Makes events of interactions for which a source gives neither a kind nor a time.
 *
 * <p>The kind is a {@link Event.Purchase} without a price: the learner took the item into their
 * library, which is what an enrolment is, and nothing is made up about time spent, money or
 * progress. The times are synthetic: the n-th interaction of the data set happens n milliseconds
 * after {@link #EPOCH}. So they keep the order of the source, strictly, and lie so close together
 * that no decay over time tells learners apart.
 */
public final class Enrolments {
  /** When the first synthetic event happens, less a millisecond. */
  public static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");

  private final String prefix;
  private long made;

  /**
   * Starts at the epoch.
   *
   * @param prefix of event ids, which then count from 1: the same files give the same ids
   */
  Enrolments(String prefix) {
    this.prefix = prefix;
  }

  Event next(UserId user, ItemId item) {
    made++;
    return new Event.Purchase(
        Published.header(prefix + "-" + made, EPOCH.plusMillis(made), user),
        item,
        OptionalLong.empty());
  }
}
