package io.zhixun.server.api;

import io.javalin.http.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.server.access.Caller;
import io.zhixun.store.Audit;
import io.zhixun.store.BatchId;
import io.zhixun.store.Batches;
import io.zhixun.store.Entry;
import io.zhixun.store.Erasures.Erasure;
import io.zhixun.store.Erasures.Forgetting;
import io.zhixun.store.ItemVersion;
import io.zhixun.store.Key;
import io.zhixun.store.LearnerSettings;
import io.zhixun.store.NewKey;
import io.zhixun.store.Origin;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoredItem;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import io.zhixun.store.UserSummary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the API asks the record itself, on a few threads of its own: a call into SQLite holds the
 * carrier of a virtual thread, and on two cores two of them would stall the server.
 */
public final class Records implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Records.class);
  private static final int THREADS = 4;

  private final Store store;
  private final ExecutorService readers;

  public Records(Store store) {
    this.store = store;
    this.readers =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("zhixun-read-", 0).daemon().factory());
  }

  /** An item of any status. */
  Optional<StoredItem> item(ItemId id) {
    return ask(() -> store.item(id));
  }

  Optional<UserProfile> profile(UserId id) {
    return ask(() -> store.profile(id));
  }

  LearnerSettings settings(UserId id) {
    return ask(() -> store.settings(id));
  }

  boolean isKnown(UserId id) {
    return ask(() -> store.learnerRow(id).isPresent());
  }

  /** Learners in the order of their ids, each id after {@code after}. */
  List<UserSummary> learners(Optional<UserId> after, int size) {
    return ask(() -> store.users(after, size));
  }

  /** A learner's events, newest first, each with a number below {@code before}. */
  List<Entry> history(UserId id, long before, int size) {
    return ask(() -> store.history(id, before, size));
  }

  /** Versions of an item below one, newest first. */
  List<ItemVersion> versions(ItemId id, long below, int size) {
    return ask(() -> store.versions(id, below, size));
  }

  /** The rules that hold, by identifier. */
  List<Rule> rules() {
    return ask(store::rules);
  }

  /** The lines of a word list. */
  List<StoredTerm> terms(Term.Kind list) {
    return ask(() -> store.terms(list));
  }

  Optional<StoredTerm> term(Term.Kind list, String id) {
    return terms(list).stream().filter(stored -> stored.term().id().equals(id)).findFirst();
  }

  /** Who did what before an entry, the newest first. */
  List<Audit.Done> audit(long before, Audit.Wanted wanted, int size) {
    return ask(() -> store.audit().before(before, wanted, size));
  }

  /**
   * Notes in the audit what is no change of the record, where somebody answers for it. It is done
   * already, so that a record which cannot be written holds nothing up.
   */
  void note(Context ctx, String action, String subject) {
    Caller.of(ctx)
        .origin()
        .who()
        .ifPresent(who -> ask(() -> noted(who, new Audit.What(action, subject))));
  }

  private boolean noted(String who, Audit.What what) {
    try {
      store.audit().note(who, what.action(), what.subject(), "");
      return true;
    } catch (StoreException e) {
      LOG.warn("the audit does not hold {} of {} by {}", what.action(), what.subject(), who, e);
      return false;
    }
  }

  /** One entry of the audit. */
  Optional<Audit.Done> audited(long id) {
    return ask(() -> store.audit().entry(id));
  }

  /** How many changes a batch has; 0 when it is not known. */
  long batchSize(BatchId batch) {
    return ask(() -> store.batches().size(batch));
  }

  /** Takes a batch back. */
  Batches.Undo undo(BatchId batch, Origin origin) {
    return ask(() -> store.batches().undo(batch, origin));
  }

  /** Forgets a learner for good; empty when nothing is known. */
  Optional<Erasure> erase(UserId id) {
    return ask(() -> store.erasures().erase(id));
  }

  /** Forgets one event of a learner, or all; empty when there is none. */
  Optional<Forgetting> forget(UserId id, Optional<String> event) {
    return ask(() -> store.erasures().forget(id, event));
  }

  /** The key of what somebody presented, if it opens anything. */
  public Optional<Key> key(String presented) {
    return ask(() -> store.keys().find(presented));
  }

  NewKey createKey(Key.Grant grant) {
    return ask(() -> store.keys().create(grant));
  }

  /** All keys ever made, the oldest first. */
  List<Key> keys() {
    return ask(() -> store.keys().list());
  }

  /** Ends a key; whether there was one that still lived. */
  boolean revokeKey(String id) {
    return ask(() -> store.keys().revoke(id));
  }

  private <T> T ask(Supplier<T> question) {
    try {
      return CompletableFuture.supplyAsync(question, readers).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    readers.shutdown();
  }
}
