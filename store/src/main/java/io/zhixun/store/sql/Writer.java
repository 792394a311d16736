package io.zhixun.store.sql;

import io.zhixun.store.Change;
import io.zhixun.store.Outcome;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;

/**
 * The one thread that writes, a platform thread because committing waits in native code.
 *
 * <p>It takes all that waits, up to a limit, into one transaction: many callers share one flush to
 * the disk. Each has a savepoint, so that a row which the database refuses undoes its caller alone.
 * Callers are answered after the commit, and with the failure when there is none.
 */
final class Writer implements TaskQueue {
  private static final int MAX_CALLERS = 512;
  private static final int MAX_CHANGES = 20_000;

  private final Database database;
  private final InstantSource clock;
  private final LongConsumer committed;
  private final BlockingQueue<Task> queue;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param connection for this thread alone from now on; closed with it
   * @param committed is told the last number after each commit
   */
  Writer(
      Database database,
      Connection connection,
      int capacity,
      InstantSource clock,
      LongConsumer committed)
      throws SQLException {
    this.database = database;
    this.clock = clock;
    this.committed = committed;
    this.queue = new ArrayBlockingQueue<>(capacity);
    Session session = new Session(connection, new Tables(connection, database.inTexts()));
    this.thread = Thread.ofPlatform().name("store-writer").daemon().start(() -> run(session));
  }

  /** A connection with what was prepared on it. */
  private record Session(Connection connection, Tables tables) {
    void run(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** Queues a task; its future fails at once when there is no room. */
  @Override
  public void submit(Task task) {
    if (closed) {
      task.done().completeExceptionally(closedException());
    } else if (!queue.offer(task)) {
      task.done()
          .completeExceptionally(
              new StoreException(
                  Code.OVERLOADED,
                  queue.size() + " calls wait for the writing thread: try again in a moment"));
    } else if (closed && queue.remove(task)) {
      task.done().completeExceptionally(closedException());
    }
  }

  static StoreException closedException() {
    return new StoreException(Code.CLOSED, "the store was closed: open it again");
  }

  private void run(Session session) {
    List<Task> group = new ArrayList<>();
    while (take(group)) {
      commit(session, group);
      group.clear();
    }
    try {
      session.connection().close();
    } catch (SQLException ignored) {
      // Closing failed; whatever was acknowledged is in the database by then.
    }
  }

  /** Fills the group with what waits; false when there will be nothing more. */
  private boolean take(List<Task> group) {
    while (group.isEmpty()) {
      Optional<Task> first = closed ? Optional.ofNullable(queue.poll()) : await();
      if (first.isEmpty() && closed) {
        return false;
      }
      first.ifPresent(group::add);
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

  /** The next task; empty when the thread was woken because the store closes. */
  private Optional<Task> await() {
    try {
      return Optional.of(queue.take());
    } catch (InterruptedException woken) {
      return Optional.empty();
    }
  }

  /** An answer that is given when the transaction is over. */
  private interface Answer {
    void give();
  }

  private void commit(Session session, List<Task> group) {
    long start = System.nanoTime();
    List<Answer> answers = new ArrayList<>();
    try {
      database.beginWrite(session.connection());
      Head before = session.tables().head();
      Head head = before;
      for (Task task : group) {
        head = perform(session, task, head, answers);
      }
      if (!head.equals(before)) {
        session.tables().write(head);
      }
      session.run("COMMIT");
      committed.accept(head.seq());
      answers.forEach(Answer::give);
    } catch (SQLException failure) {
      fail(session, group, database.explain(failure));
    } catch (RuntimeException failure) {
      fail(session, group, failure);
    }
    database.afterWrite(Duration.ofNanos(System.nanoTime() - start));
  }

  private static void fail(Session session, List<Task> group, RuntimeException failure) {
    try {
      session.run("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      failure.addSuppressed(alreadyRolledBack);
    }
    group.forEach(task -> task.done().completeExceptionally(failure));
  }

  /** One caller's part; the head it leaves behind, which is the one it found when it failed. */
  private Head perform(Session session, Task task, Head head, List<Answer> answers)
      throws SQLException {
    session.run("SAVEPOINT caller");
    Head after = head;
    try {
      after =
          switch (task) {
            case Task.Append(Submission submission) -> append(session, submission, head, answers);
            case Task.Aside aside -> {
              int rows = aside.statement().run(session.connection());
              answers.add(() -> aside.done().complete(rows));
              yield head;
            }
          };
    } catch (SQLException failure) {
      if (!database.isAboutOneRow(failure)) {
        throw failure;
      }
      undo(session, task, database.explain(failure), answers);
    } catch (RuntimeException failure) {
      undo(session, task, failure, answers);
    }
    session.run("RELEASE SAVEPOINT caller");
    return after;
  }

  private static void undo(Session session, Task task, RuntimeException why, List<Answer> answers)
      throws SQLException {
    session.run("ROLLBACK TO SAVEPOINT caller");
    answers.add(() -> task.done().completeExceptionally(why));
  }

  private Head append(Session session, Submission submission, Head head, List<Answer> answers)
      throws SQLException {
    List<Change> changes = submission.changes();
    Known known = session.tables().load(Mentions.of(changes));
    Decider decider = new Decider(known, head);
    List<Outcome> outcomes = new ArrayList<>(changes.size());
    for (int i = 0; i < changes.size(); i++) {
      outcomes.add(decider.decide(changes.get(i), submission.texts().get(i)));
    }
    session.tables().write(decider.log(), known, clock.instant().toEpochMilli());
    WriteResult result = new WriteResult(outcomes, decider.head().seq());
    answers.add(() -> submission.done().complete(result));
    return decider.head();
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
      late.done().completeExceptionally(closedException());
    }
  }
}
