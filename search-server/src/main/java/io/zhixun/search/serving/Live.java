package io.zhixun.search.serving;

import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * The state that answers come from, and the only way to change it: a snapshot and every change
 * accepted after it. Safe for many threads.
 */
public interface Live {
  /**
   * Makes changes durable and visible.
   *
   * <p>Returns when each accepted change is in the store and in what the next answer is made from.
   * The changes are independent: one that is refused does not hold up the others.
   */
  default WriteResult accept(List<Change> changes) {
    return accept(changes, Origin.NONE);
  }

  /** As {@link #accept(List)}, with where the changes come from. */
  WriteResult accept(List<Change> changes, Origin origin);

  /**
   * Waits until all changes up to {@code seq} are visible here.
   *
   * @return whether they were before {@code atMost} had passed
   */
  boolean awaitSeq(long seq, Duration atMost);

  /** The last change that answers contain. */
  long seq();

  /** What answers now, as {@code snapshot@seq}. */
  String generation();

  /** Whether there is a snapshot to answer from. */
  boolean isReady();

  /**
   * Whether the record cannot be read at the moment: answers come from what was read before, and
   * what others write meanwhile is not in them.
   */
  default boolean isRecordAway() {
    return false;
  }

  /** What an operator should know although answers are given. */
  List<Warning> warnings();

  /**
   * What became of a batch of changes.
   *
   * @param outcomes one for each change, in the order of the changes
   * @param seq the last change that was accepted when the batch was done; a reader that waits for
   *     it sees all of the batch
   */
  record WriteResult(List<Outcome> outcomes, long seq) {
    public WriteResult {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** One thing an operator should know, such as {@code OLDER_SNAPSHOT}. */
  record Warning(String code, String detail) {}
}
