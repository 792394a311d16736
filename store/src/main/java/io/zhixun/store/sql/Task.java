package io.zhixun.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** Something that waits for the writing thread. */
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
  }

  /** A statement beside the record, such as a new key; takes no number. */
  record Aside(Statement statement, CompletableFuture<Integer> done) implements Task {
    @Override
    public int size() {
      return 1;
    }
  }

  /** Runs on the writing connection and returns the number of rows it touched. */
  interface Statement {
    int run(Connection connection) throws SQLException;
  }

  CompletableFuture<?> done();

  /** How much work it is, in changes. */
  int size();
}
