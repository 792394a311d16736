package io.zhixun.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * One statement for few rows and for many. As many as callers usually have together go through a
 * statement that stays prepared; more go in batches through one made for them, because a statement
 * that once held a large batch keeps its memory and clears all of it each time.
 */
final class Inserter {
  private static final int FEW = 128;
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final String sql;
  private final PreparedStatement prepared;

  Inserter(Session session, String sql) throws SQLException {
    this.connection = session.connection();
    this.sql = sql;
    this.prepared = session.prepare(sql);
  }

  /** Sets the parameters of a statement for a row. */
  interface Binder<T> {
    void bind(PreparedStatement statement, T row) throws SQLException;
  }

  <T> void all(Collection<T> rows, Binder<T> binder) throws SQLException {
    if (rows.size() == 1) {
      binder.bind(prepared, rows.iterator().next());
      prepared.executeUpdate();
    } else if (rows.size() <= FEW) {
      inBatches(prepared, rows, binder);
    } else {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        inBatches(statement, rows, binder);
      }
    }
  }

  private static <T> void inBatches(
      PreparedStatement statement, Collection<T> rows, Binder<T> binder) throws SQLException {
    int waiting = 0;
    for (T row : rows) {
      binder.bind(statement, row);
      statement.addBatch();
      waiting++;
      if (waiting == BATCH) {
        statement.executeBatch();
        waiting = 0;
      }
    }
    if (waiting > 0) {
      statement.executeBatch();
    }
  }
}
