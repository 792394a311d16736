package io.zhixun.search.serving;

import io.zhixun.search.lexical.IndexFailure;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.Origin;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the generation that is served at the head of the store's log, and swaps it when another
 * snapshot is published.
 *
 * <p>The caller that wrote applies the log up to its own change before it answers; a follower
 * thread does the same for what other processes write to the same data folder, and watches the
 * pointer to the published snapshot. Applying holds one lock; requests never wait for it.
 */
public final class LiveState implements Live, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveState.class);
  private static final int BATCH = 2_000;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Warning STUCK =
      new Warning("NOT_FOLLOWING", "the index takes no edits: is the disk full? answers stay old");

  private final Store store;
  private final SnapshotSource snapshots;
  private final Generations generations;
  private final Learners learners;
  private final ReentrantLock applying = new ReentrantLock();
  private final Condition applied = applying.newCondition();
  private final Thread follower;
  private long learnersSeq;
  private volatile Optional<Generation> serving = Optional.empty();
  private volatile String refusedSnapshot = "";
  private volatile List<Warning> warnings = List.of();

  /**
   * Whether the served generation's index refused an edit, as on a full disk, and takes no more.
   */
  private volatile boolean broken;

  /** Why the record could not be read when it was asked last. */
  private volatile Optional<Warning> away = Optional.empty();

  private volatile boolean closed;

  private LiveState(
      Store store, SnapshotSource snapshots, Generations generations, Learners learners) {
    this.store = store;
    this.snapshots = snapshots;
    this.generations = generations;
    this.learners = learners;
    this.learnersSeq = store.lastSeq();
    this.follower = Thread.ofPlatform().name("zhixun-follower").daemon().unstarted(this::follow);
  }

  /** Serves the published snapshot, with all changes after it, and goes on following the log. */
  public static LiveState start(
      Store store, SnapshotSource snapshots, Generations generations, Learners learners) {
    LiveState live = new LiveState(store, snapshots, generations, learners);
    if (snapshots.current().isPresent()) {
      live.replace();
    }
    live.follower.start();
    return live;
  }

  @Override
  public WriteResult accept(List<Change> changes, Origin origin) {
    var result = store.submit(changes, origin).join();
    catchUp(result.seq());
    return new WriteResult(result.outcomes(), result.seq());
  }

  @Override
  public boolean awaitSeq(long seq, Duration atMost) {
    if (seq() < seq && !catchUpWithRecord(seq)) {
      return false; // nobody can say when it will come
    }
    long left = atMost.toNanos();
    applying.lock();
    try {
      while (seq() < seq && left > 0) {
        left = applied.awaitNanos(left);
      }
      return seq() >= seq;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return seq() >= seq;
    } finally {
      applying.unlock();
    }
  }

  /** False when the record cannot be read. */
  private boolean catchUpWithRecord(long seq) {
    try {
      catchUp(Math.min(seq, store.lastSeq()));
      return true;
    } catch (StoreException e) {
      LOG.debug("a reader waits for {} while the record cannot be read", seq, e);
      return false;
    }
  }

  @Override
  public boolean isRecordAway() {
    return away.isPresent();
  }

  @Override
  public long seq() {
    return serving.map(Generation::seq).orElse(0L);
  }

  @Override
  public String generation() {
    return serving.map(Generation::name).orElse("none");
  }

  @Override
  public boolean isReady() {
    return serving.isPresent();
  }

  @Override
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>(warnings);
    if (broken) {
      all.add(STUCK);
    }
    away.ifPresent(all::add);
    return all;
  }

  /**
   * Applies the log up to a change, and whatever else has come by then. What the index cannot take
   * stays accepted: the follower opens the snapshot anew, as soon as that is possible.
   */
  private void catchUp(long target) {
    applying.lock();
    try {
      if (serving.isPresent() && !broken) {
        advance(serving.get(), target);
      }
      applied.signalAll();
    } catch (IndexFailure e) {
      LOG.error("answers stay at {} until the snapshot can be opened anew", generation(), e);
      broken = true;
    } finally {
      applying.unlock();
    }
  }

  private void advance(Generation generation, long target) {
    while (generation.seq() < target) {
      List<Entry> entries = store.changesAfter(generation.seq(), BATCH);
      if (entries.isEmpty()) {
        return;
      }
      for (Entry entry : entries) {
        if (entry.seq() > learnersSeq) {
          learners.apply(entry);
          learnersSeq = entry.seq();
        }
      }
      generation.apply(entries);
    }
  }

  /** Opens what is published now, brings it to the head of the log, and puts it in place. */
  private void replace() {
    SnapshotSource.Opened opened = snapshots.open();
    Generation next = opened.generation();
    applying.lock();
    try {
      bringUp(next);
      broken = false;
      serving = Optional.of(next);
      warnings = opened.warnings();
      generations.swap(next);
      applied.signalAll();
    } finally {
      applying.unlock();
    }
    LOG.info("serving {}", next.name());
  }

  private void bringUp(Generation next) {
    try {
      advance(next, store.lastSeq());
    } catch (RuntimeException e) {
      next.close();
      throw e;
    }
  }

  private void follow() {
    while (!closed && !Thread.currentThread().isInterrupted()) {
      try {
        followPointer(); // first: a new snapshot may be all that helps
        store.awaitChange(broken ? store.lastSeq() : seq(), POLL);
        catchUp(store.lastSeq());
        if (broken) {
          pause();
          replace();
        }
        away = Optional.empty();
      } catch (StoreException e) {
        recordFailed(e);
      } catch (RuntimeException | Error e) { // also short of memory: who else would follow?
        if (closed) {
          return;
        }
        LOG.error("following the store failed; trying again", e);
        pause();
      }
    }
  }

  /** Said once, and not again on every attempt while it lasts. */
  private void recordFailed(StoreException e) {
    if (closed) {
      return;
    }
    if (away.isEmpty()) {
      LOG.error("the record cannot be followed; answers come from memory until it can", e);
    }
    away = Optional.of(warning(e));
    pause();
  }

  private static Warning warning(StoreException e) {
    return e.code() == StoreException.Code.PRUNED
        ? new Warning(
            "LOG_PRUNED",
            "the record no longer holds what came after the served snapshot: run `zhixun index"
                + " build`")
        : new Warning(
            "STORE_UNAVAILABLE",
            "the record cannot be read ("
                + e.code()
                + "): answers come from memory, writes are refused");
  }

  private void followPointer() {
    Optional<String> current = snapshots.current();
    boolean other =
        current.isPresent()
            && !current.equals(serving.map(Generation::snapshot))
            && !current.get().equals(refusedSnapshot);
    if (other) {
      try {
        replace();
      } catch (StoreException e) {
        throw e; // nothing is wrong with the snapshot: it is opened when the record is back
      } catch (RuntimeException e) {
        refusedSnapshot = current.get();
        throw e;
      }
      refusedSnapshot = current.get(); // asked for once; if it was refused, not on every poll
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    follower.interrupt();
    try {
      follower.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    generations.close();
  }
}
