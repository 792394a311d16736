package io.zhixun.store.sql;

import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that writes, a platform thread because committing waits in native code. It hands
 * all that waits, up to a limit, to one transaction: many callers share one flush to the disk.
 *
 * <p>Callers who were answered together come again nearly together. The first of them would be
 * written alone and the others wait for it, so where several came lately the thread waits for as
 * many, for a fraction of what a commit took at most: after a commit, and after a rest when the
 * first comes. Who is alone is never waited for.
 */
final class Writer implements TaskQueue {
  private static final int MAX_CALLERS = 512;
  private static final int MAX_CHANGES = 20_000;

  /** Waiting for others costs a caller at most this part of a commit, and this long. */
  private static final int PART_OF_COMMIT = 4;

  private static final long LONGEST_WAIT_NANOS = 2_000_000;

  /** So many never wait. */
  private static final int NOBODY = Integer.MAX_VALUE;

  private final GroupCommit transactions;
  private final BlockingQueue<Task> queue;
  private final Thread thread;
  private volatile boolean closed;

  /** How many waiting tasks the thread sleeps for until they are there. */
  private volatile int awaited = NOBODY;

  /** How many callers came together lately, and how long their commit took; of the thread alone. */
  private int expected;

  private long commitNanos;

  /**
   * @param transactions for this thread alone from now on; closed with it
   * @param capacity tasks that may wait
   */
  Writer(GroupCommit transactions, int capacity) {
    this.transactions = transactions;
    this.queue = new LinkedBlockingQueue<>(capacity);
    this.thread = Thread.ofPlatform().name("store-writer").daemon().start(this::run);
  }

  @Override
  public void submit(Task task) {
    if (closed) {
      refuse(task, closedException());
    } else if (!queue.offer(task)) {
      String detail = queue.size() + " calls wait for the writing thread: try again in a moment";
      refuse(task, new StoreException(Code.OVERLOADED, detail));
    } else if (closed && queue.remove(task)) {
      refuse(task, closedException());
    } else if (queue.size() >= awaited) {
      LockSupport.unpark(thread);
    }
  }

  /** On the caller's own thread. */
  private static void refuse(Task task, StoreException why) {
    task.done().completeExceptionally(why);
  }

  static StoreException closedException() {
    return new StoreException(Code.CLOSED, "the store was closed: open it again");
  }

  private void run() {
    List<Task> group = new ArrayList<>();
    while (take(group)) {
      long start = System.nanoTime();
      transactions.commit(List.copyOf(group));
      commitNanos = System.nanoTime() - start;
      expected = Math.max(group.size(), expected - expected / 8 - 1);
      group.clear();
    }
    try {
      transactions.close();
    } catch (SQLException ignored) {
      // Closing failed; whatever was acknowledged is in the database by then.
    }
  }

  /** Fills the group with what waits; false when there will be nothing more. */
  private boolean take(List<Task> group) {
    gather(expected);
    boolean idle = queue.isEmpty();
    while (group.isEmpty()) {
      Optional<Task> first = closed ? Optional.ofNullable(queue.poll()) : await();
      if (first.isEmpty() && closed) {
        return false;
      }
      first.ifPresent(group::add);
    }
    if (idle) {
      gather(expected - 1);
    }
    long changes = group.getFirst().size();
    for (Task next = queue.peek();
        next != null && group.size() < MAX_CALLERS && changes + next.size() <= MAX_CHANGES;
        next = queue.peek()) {
      group.add(queue.remove());
      changes += next.size();
    }
    return true;
  }

  /** Waits for a moment until so many wait, as many as came lately. */
  private void gather(int tasks) {
    if (expected == 1 || queue.size() >= tasks) {
      return;
    }
    long end = System.nanoTime() + Math.min(commitNanos / PART_OF_COMMIT, LONGEST_WAIT_NANOS);
    awaited = tasks;
    long left = end - System.nanoTime();
    while (!closed && queue.size() < tasks && left > 0) {
      LockSupport.parkNanos(this, left);
      left = end - System.nanoTime();
    }
    awaited = NOBODY;
  }

  /** The next task; empty when the thread was woken because the store closes. */
  private Optional<Task> await() {
    try {
      return Optional.of(queue.take());
    } catch (InterruptedException woken) {
      return Optional.empty();
    }
  }

  /** Writes what waits, then ends the thread. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    for (Task late = queue.poll(); late != null; late = queue.poll()) {
      refuse(late, closedException());
    }
  }
}
