package io.zhixun.server.page;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a learner, for the learner to see, take along and take back. What is changed acts
 * on the next answer.
 */
public interface OwnData {
  /** Whether answers may use what is known. */
  boolean isPersonalised(UserId learner);

  void personalise(UserId learner, boolean enabled);

  /** Tags that the learner has deleted, in order. */
  List<String> hiddenTags(UserId learner);

  /** Whether answers must conclude nothing from these tags. */
  void hide(UserId learner, List<String> tags, boolean hidden);

  /** Events with a number below {@code before}, newest first. */
  List<Kept> history(UserId learner, long before, int size);

  /** An event and its number. */
  record Kept(long number, Event event) {}

  /** Writes everything kept, one JSON object a line. */
  void export(UserId learner, OutputStream out) throws IOException;

  /**
   * Forgets for good.
   *
   * @param event which one; empty for all of them
   * @return whether there was any
   */
  boolean forget(UserId learner, Optional<String> event);

  /** Forgets the learner for good; empty when nothing is known. */
  Optional<Receipt> erase(UserId learner);

  /**
   * Proof of an erasure.
   *
   * @param erased how many things of each kind, by the record's names for them
   */
  record Receipt(String number, Map<String, Long> erased) {
    public Receipt {
      erased = Map.copyOf(erased);
    }
  }
}
