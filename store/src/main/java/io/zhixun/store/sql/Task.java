package io.zhixun.store.sql;

import io.zhixun.store.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Something that waits for the writing thread. Answers are given on threads of their own, so that
 * what callers chained to them never runs on the writing thread.
 */
sealed interface Task {
  /** Changes of the record. */
  record Append(Submission submission) implements Task {
    @Override
    public CompletableFuture<?> done() {
      return submission.done();
    }

    @Override
    public int size() {
      return submission.changes().size();
    }

    void succeed(WriteResult result) {
      Thread.startVirtualThread(() -> submission.done().complete(result));
    }
  }

  /** A statement beside the record, such as a new key; takes no number. */
  record Aside(Statement statement, CompletableFuture<Integer> done) implements Task {
    @Override
    public int size() {
      return 1;
    }

    void succeed(int rows) {
      Thread.startVirtualThread(() -> done.complete(rows));
    }
  }

  /** Runs on the writing connection and returns the number of rows it touched. */
  interface Statement {
    int run(Connection connection) throws SQLException;
  }

  /** Work that may issue numbers, such as an erasure. */
  record Numbered<T>(Work<T> work, CompletableFuture<T> done) implements Task {
    @Override
    public int size() {
      return 1;
    }

    /** Runs it; what comes back tells the caller, once it is durable. */
    Done perform(Connection connection, Head head, Instant now) throws SQLException {
      Worked<T> worked = work.run(connection, head, now);
      return new Done(
          worked.head(), () -> Thread.startVirtualThread(() -> done.complete(worked.value())));
    }
  }

  /** Runs on the writing connection. */
  interface Work<T> {
    Worked<T> run(Connection connection, Head head, Instant now) throws SQLException;
  }

  /**
   * What comes of work.
   *
   * @param head as the work leaves it
   */
  record Worked<T>(Head head, T value) {}

  record Done(Head head, Runnable answer) {}

  CompletableFuture<?> done();

  /** How much work it is, in changes. */
  int size();

  default void fail(Throwable why) {
    Thread.startVirtualThread(() -> done().completeExceptionally(why));
  }
}
