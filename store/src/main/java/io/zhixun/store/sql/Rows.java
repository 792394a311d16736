package io.zhixun.store.sql;

import io.zhixun.store.sql.Known.ItemState;
import io.zhixun.store.sql.Known.LearnerState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The rows of items and learners that the writing connection met lately, so that an event about
 * them looks nothing up. They hold for as long as nobody else writes: whoever changes such a row
 * moves the {@link Head}, so a transaction that finds another head than the last one left forgets
 * them all. Without contents. For the writing thread.
 */
final class Rows {
  /** Of each kind; some 150 bytes each. */
  private static final int MOST = 50_000;

  private Map<String, ItemState> items = new Recent<>();
  private Map<String, LearnerState> learners = new Recent<>();
  private Optional<Head> left = Optional.empty();

  /** A transaction begins and finds this head. */
  void found(Head head) {
    if (!left.equals(Optional.of(head))) {
      forget();
    }
  }

  /** The transaction is durable and leaves this head. */
  void left(Head head) {
    left = Optional.of(head);
  }

  /**
   * Somebody changed rows without saying which; new maps, as clearing walks what once was large.
   */
  void forget() {
    items = new Recent<>();
    learners = new Recent<>();
  }

  /** Tells what it has of the items and returns those that must be looked up. */
  List<String> items(Collection<String> ids, Known known) {
    return tell(items, ids, known::load);
  }

  /** Tells what it has of the learners and returns those that must be looked up. */
  List<String> learners(Collection<String> ids, Known known) {
    return tell(learners, ids, known::load);
  }

  private static <S> List<String> tell(
      Map<String, S> rows, Collection<String> ids, BiConsumer<String, S> known) {
    List<String> missing = new ArrayList<>();
    for (String id : ids) {
      S row = rows.get(id);
      if (row == null) {
        missing.add(id);
      } else {
        known.accept(id, row);
      }
    }
    return missing;
  }

  /** An item as it lies in the database now. */
  void keep(String id, ItemState item) {
    items.put(
        id, new ItemState(item.row(), item.version(), item.seq(), item.live(), Optional.empty()));
  }

  /** A learner as it lies in the database now. */
  void keep(String id, LearnerState learner) {
    learners.put(
        id,
        new LearnerState(
            learner.row(),
            Optional.empty(),
            learner.profileSeq(),
            learner.personalised(),
            learner.switched()));
  }

  /** Lets go what was not asked for the longest. */
  private static final class Recent<S> extends LinkedHashMap<String, S> {
    private static final long serialVersionUID = 1;
    private static final int INITIAL = 1_000;
    private static final float LOAD = .75f;

    Recent() {
      super(INITIAL, LOAD, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, S> eldest) {
      return size() > MOST;
    }
  }
}
