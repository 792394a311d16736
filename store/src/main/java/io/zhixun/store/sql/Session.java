package io.zhixun.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is prepared on the writing connection; for the writing thread. A driver may give up a
 * prepared statement that failed, so after any failure a session is closed and a new one made.
 */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final List<PreparedStatement> prepared = new ArrayList<>();
  private final Tables tables;
  private final PreparedStatement commit;
  private final PreparedStatement mark;
  private final PreparedStatement release;

  Session(Connection connection, String inTexts) throws SQLException {
    this.connection = connection;
    this.tables = new Tables(this, inTexts);
    this.commit = prepare("COMMIT");
    this.mark = prepare("SAVEPOINT caller");
    this.release = prepare("RELEASE SAVEPOINT caller");
  }

  /** A statement that lives as long as the session. */
  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    prepared.add(statement);
    return statement;
  }

  Connection connection() {
    return connection;
  }

  Tables tables() {
    return tables;
  }

  void commit() throws SQLException {
    commit.execute();
  }

  /** Begins one caller's part of the transaction, the savepoint {@code caller}. */
  void mark() throws SQLException {
    mark.execute();
  }

  /** Ends the part that the mark began. */
  void release() throws SQLException {
    release.execute();
  }

  @Override
  public void close() {
    for (PreparedStatement statement : prepared) {
      try {
        statement.close();
      } catch (SQLException ignored) {
        // It failed before, or the connection did; there is nothing in it to lose.
      }
    }
  }
}
