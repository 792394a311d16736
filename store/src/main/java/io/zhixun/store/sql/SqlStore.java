package io.zhixun.store.sql;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.store.Accounts;
import io.zhixun.store.Archive;
import io.zhixun.store.Audit;
import io.zhixun.store.Batches;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.Erasures;
import io.zhixun.store.ItemVersion;
import io.zhixun.store.Jobs;
import io.zhixun.store.Keys;
import io.zhixun.store.LearnerSettings;
import io.zhixun.store.Origin;
import io.zhixun.store.Pruned;
import io.zhixun.store.Retention;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.StoredItem;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import io.zhixun.store.UserSummary;
import io.zhixun.store.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** The record on an SQL database whose tables exist. */
public final class SqlStore implements Store {
  private final Database database;
  private final ConnectionPool pool;
  private final TaskQueue tasks;
  private final Commits commits;
  private final Log log;
  private final Items items;
  private final Learners learners;
  private final CorpusReader corpus;
  private final Audit audit;
  private final Jobs jobs;
  private final Batches batches;
  private final SqlErasures erasures;
  private final Archive archive;
  private final Keys keys;
  private final Accounts accounts;
  private final Needs needs;

  /**
   * What a store takes from the world around it.
   *
   * @param clock tells when changes were accepted and keys used
   * @param ledger where erasures are written down beside the database
   * @param random makes the secrets of keys, so it must be unpredictable
   * @param folder by what the data folder is known, see {@link FolderId}
   */
  public record World(
      InstantSource clock,
      RandomGenerator random,
      Pepper pepper,
      LedgerFile ledger,
      String folder) {}

  private SqlStore(Database database, StoreSettings settings, World world) {
    this.database = database;
    this.pool = new ConnectionPool(database, settings.readers());
    this.commits = new Commits(settings.pollInterval());
    this.tasks = openWriter(settings, world.clock());
    Reads reads = new Reads(database, pool);
    this.log = new Log(reads);
    this.items = new Items(reads, database.inTexts());
    this.learners = new Learners(reads);
    this.corpus = new CorpusReader(reads);
    this.audit = new SqlAudit(reads, tasks, world.clock());
    this.jobs = new SqlJobs(reads, tasks);
    this.batches =
        new SqlBatches(reads, (changes, origin) -> TaskQueue.result(submit(changes, origin)));
    this.erasures = new SqlErasures(reads, tasks, world);
    this.archive = new SqlArchive(reads, tasks);
    this.keys = new SqlKeys(reads, tasks, world.pepper(), world.random(), world.clock());
    this.accounts = new SqlAccounts(reads, tasks, world);
    this.needs = new Needs(world.folder());
  }

  /**
   * Opens the record. Where the database cannot be written, reads work and writes are refused.
   *
   * @throws StoreException when it cannot be read either
   */
  public static SqlStore open(Database database, StoreSettings settings, World world) {
    SqlStore store = new SqlStore(database, settings, world);
    try {
      store.commits.committed(store.lastSeq());
      if (!(store.tasks instanceof TaskQueue.Refusing)) {
        store.erasures.writeDown();
      }
      return store;
    } catch (StoreException unreadable) {
      store.close();
      throw unreadable;
    }
  }

  private TaskQueue openWriter(StoreSettings settings, InstantSource clock) {
    try {
      Connection connection = database.openWriter();
      return new Writer(
          new GroupCommit(database, connection, clock, pool.reachedWith(commits::committed)),
          settings.queue());
    } catch (SQLException failure) {
      StoreException why = database.explain(failure);
      if (why.code() == Code.READ_ONLY) {
        return new TaskQueue.Refusing(why);
      }
      throw why;
    }
  }

  @Override
  public CompletableFuture<WriteResult> submit(List<Change> changes, Origin origin) {
    Submission submission = Submission.of(changes, origin);
    tasks.submit(new Task.Append(submission));
    return submission.done();
  }

  @Override
  public long lastSeq() {
    return log.lastSeq();
  }

  @Override
  public List<Entry> changesAfter(long seq, int limit) {
    return log.after(seq, requireLimit(limit));
  }

  @Override
  public long awaitChange(long afterSeq, Duration atMost) {
    return commits.await(afterSeq, atMost, this::lastSeq);
  }

  @Override
  public Corpus corpus() {
    return corpus.read();
  }

  @Override
  public List<StoredItem> items(List<ItemId> ids) {
    return items.items(ids);
  }

  @Override
  public List<ItemVersion> versions(ItemId id, long below, int limit) {
    return items.versions(id, below, requireLimit(limit));
  }

  @Override
  public OptionalInt itemRow(ItemId id) {
    return items.row(id);
  }

  @Override
  public Optional<ItemId> itemId(int row) {
    return Optional.ofNullable(items.ids(List.of(row)).get(row));
  }

  @Override
  public Map<ItemId, Integer> itemRows(List<ItemId> ids) {
    return items.rows(ids);
  }

  @Override
  public Map<Integer, ItemId> itemIds(List<Integer> rows) {
    return items.ids(rows);
  }

  @Override
  public OptionalInt learnerRow(UserId id) {
    return learners.row(id);
  }

  @Override
  public Optional<UserProfile> profile(UserId id) {
    return learners.profile(id);
  }

  @Override
  public LearnerSettings settings(UserId id) {
    return learners.settings(id);
  }

  @Override
  public List<Event> eventsOf(UserId id, int newest) {
    return learners.events(id, requireLimit(newest));
  }

  @Override
  public List<Entry> history(UserId id, long beforeSeq, int limit) {
    return learners.history(id, beforeSeq, requireLimit(limit));
  }

  @Override
  public List<Entry> events(Instant acceptedFrom, long afterSeq, int limit) {
    return log.events(acceptedFrom, afterSeq, requireLimit(limit));
  }

  @Override
  public List<UserSummary> users(Optional<UserId> after, int limit) {
    return learners.users(after, requireLimit(limit));
  }

  @Override
  public List<Rule> rules() {
    return log.rules();
  }

  @Override
  public List<StoredTerm> terms(Term.Kind list) {
    return log.terms(list);
  }

  @Override
  public Audit audit() {
    return audit;
  }

  @Override
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public Batches batches() {
    return batches;
  }

  @Override
  public Erasures erasures() {
    return erasures;
  }

  @Override
  public Archive archive() {
    return archive;
  }

  @Override
  public Pruned prune(Retention retention, long upTo) {
    return TaskQueue.ask(
        tasks,
        (connection, head, now) ->
            new Task.Worked<>(head, new Pruner(connection, retention, now).prune(needs, upTo)));
  }

  @Override
  public void keepAfter(long seq) {
    TaskQueue.ask(tasks, (c, head, now) -> new Task.Worked<>(head, needs.note(c, seq, now)));
  }

  @Override
  public Keys keys() {
    return keys;
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  private static int requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, got " + limit);
    }
    return limit;
  }

  @Override
  public void close() {
    tasks.close();
    try {
      pool.close();
    } catch (SQLException failure) {
      throw database.explain(failure);
    }
  }
}
