package io.zhixun.store;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Everything that was accepted, safe for many threads and for several processes on one database.
 *
 * <p>Reads see what was committed before they began. Any method may throw {@link StoreException}.
 */
public interface Store extends AutoCloseable {

  /**
   * Hands over changes, in order. The result comes when those accepted are durable; until then, and
   * when it fails, none of them counts. The changes of one call share a transaction, also with
   * other calls, so some hundreds to some ten thousand in a call make a fast import; one is fine.
   *
   * <p>A later change of the call sees the earlier ones. When the database refuses a row, the whole
   * call fails, and no other call does.
   *
   * @throws IllegalArgumentException when a change does not keep the rules of {@code corpus.check},
   *     so that it could not be read back
   */
  default CompletableFuture<WriteResult> submit(List<Change> changes) {
    return submit(changes, Origin.NONE);
  }

  /** As {@link #submit(List)}, with where the changes come from. */
  CompletableFuture<WriteResult> submit(List<Change> changes, Origin origin);

  /** The number of the last accepted change; 0 before the first. */
  long lastSeq();

  /**
   * What was accepted with a number above {@code seq}, by number and without a gap.
   *
   * @throws StoreException as {@code PRUNED} when some of it is not kept any more
   */
  List<Entry> changesAfter(long seq, int limit);

  /**
   * Waits until there is a change with a number above {@code afterSeq}, or the time is over, or the
   * thread is interrupted (its flag is then set). Changes of this process wake it at once, those of
   * another one after the poll interval of the settings.
   *
   * @return {@link #lastSeq()} at the end
   */
  long awaitChange(long afterSeq, Duration atMost);

  /** All that a snapshot is built from, as of one sequence number. */
  Corpus corpus();

  default Optional<StoredItem> item(ItemId id) {
    return items(List.of(id)).stream().findFirst();
  }

  /** Those of the items that exist, in the order asked for. */
  List<StoredItem> items(List<ItemId> ids);

  /**
   * The versions of an item, also of one that is gone, the newest first.
   *
   * @param below versions below this one
   */
  List<ItemVersion> versions(ItemId id, long below, int limit);

  /** The row of an item that was put or mentioned once, whether or not it exists now. */
  OptionalInt itemRow(ItemId id);

  Optional<ItemId> itemId(int row);

  /** The rows of those items that have one. */
  Map<ItemId, Integer> itemRows(List<ItemId> ids);

  /** The items of those rows that were issued. */
  Map<Integer, ItemId> itemIds(List<Integer> rows);

  /** The row of a learner who acted, has a profile or chose a setting. */
  OptionalInt learnerRow(UserId id);

  Optional<UserProfile> profile(UserId id);

  /** What a learner chose; the default for one who never did. */
  LearnerSettings settings(UserId id);

  /** All events of a learner in order of acceptance: their fold is the learner's state. */
  default List<Event> eventsOf(UserId id) {
    return eventsOf(id, Integer.MAX_VALUE);
  }

  /** The newest events of a learner, at most so many, in order of acceptance. */
  List<Event> eventsOf(UserId id, int newest);

  /**
   * Events of a learner, also as a visitor, with a number below {@code beforeSeq}, newest first.
   */
  List<Entry> history(UserId id, long beforeSeq, int limit);

  /**
   * Events in order of acceptance that were accepted at an instant or later, those of erased
   * learners and those whose time is over left out.
   *
   * @param afterSeq only events above this number, so that the last of a page begins the next
   */
  List<Entry> events(Instant acceptedFrom, long afterSeq, int limit);

  /**
   * Known learners, in the order of their identifiers' UTF-8 bytes.
   *
   * @param after the last learner of the page before; empty for the first page
   */
  List<UserSummary> users(Optional<UserId> after, int limit);

  /** Rules that hold now, by identifier. */
  List<Rule> rules();

  /** The terms of a list, by identifier. */
  List<StoredTerm> terms(Term.Kind list);

  Audit audit();

  Jobs jobs();

  Batches batches();

  Erasures erasures();

  Archive archive();

  /**
   * Lets go what is older than the settings keep it. The content of old events goes at once;
   * entries go when no kept snapshot needs them, of this data folder or of another server's that
   * was heard of within the time the settings say.
   *
   * @param upTo the number of the oldest snapshot that this data folder keeps; 0 when there is none
   */
  Pruned prune(Retention retention, long upTo);

  /**
   * Notes the same without letting anything go, so that other servers of the record keep what this
   * one needs. To be said before a snapshot is opened or made, and again from time to time.
   *
   * @param seq the number of the oldest snapshot that this data folder keeps; 0 when there is none
   */
  void keepAfter(long seq);

  Keys keys();

  Accounts accounts();

  /** Waits for what was submitted, then refuses everything. */
  @Override
  void close();
}
