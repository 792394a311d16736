package io.zhixun.store.sql;

import io.zhixun.store.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
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

  CompletableFuture<?> done();

  /** How much work it is, in changes. */
  int size();

  default void fail(Throwable why) {
    Thread.startVirtualThread(() -> done().completeExceptionally(why));
  }
}
