package io.zhixun.store.sql;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Where followers wait for the next change. Commits of this process wake them; those of others are
 * found by asking the database now and then.
 */
final class Commits {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final Duration pollInterval;
  private long seen;

  Commits(Duration pollInterval) {
    this.pollInterval = pollInterval;
  }

  void committed(long seq) {
    lock.lock();
    try {
      seen = Math.max(seen, seq);
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The last number, waited for as {@link io.zhixun.store.Store#awaitChange} says. */
  long await(long afterSeq, Duration atMost, LongSupplier lastSeq) {
    Duration bounded = atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost;
    long deadline = System.nanoTime() + Math.max(0, bounded.toNanos());
    long last = lastSeq.getAsLong();
    while (last <= afterSeq && pause(afterSeq, deadline - System.nanoTime())) {
      last = lastSeq.getAsLong();
    }
    return last;
  }

  /** False when there is no time left to wait. */
  private boolean pause(long afterSeq, long nanosLeft) {
    if (nanosLeft <= 0) {
      return false;
    }
    lock.lock();
    try {
      long left = Math.min(nanosLeft, pollInterval.toNanos());
      while (seen <= afterSeq && left > 0) {
        left = more.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
