package io.zhixun.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The one connection that writes, with what is prepared on it, and a new one when the server went
 * away. For the writing thread.
 */
final class WritingConnection implements AutoCloseable {
  private final Database database;
  private Connection connection;
  private Optional<Session> session = Optional.empty();
  private boolean lost;

  /**
   * @param connection for this object alone; closed with it
   */
  WritingConnection(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  Session session() throws SQLException {
    if (session.isEmpty()) {
      session = Optional.of(new Session(connection, database.inTexts()));
    }
    return session.get();
  }

  /**
   * Begins a transaction. A server that went away may be back; before anything was written it is
   * safe to ask again.
   */
  void begin() throws SQLException {
    if (!lost) {
      try {
        database.beginWrite(connection);
        return;
      } catch (SQLException failure) {
        if (!database.isLost(failure)) {
          throw failure;
        }
        lost = true;
      }
    }
    endSession();
    Connection fresh = database.openWriter();
    connection.close();
    connection = fresh;
    lost = false;
    database.beginWrite(connection);
  }

  /** The transaction ended for good; the server may have. */
  void failed(SQLException failure) {
    lost |= database.isLost(failure);
  }

  /** Undoes the transaction. */
  void rollback() throws SQLException {
    endSession();
    run("ROLLBACK");
  }

  /** Undoes what was done since {@link Session#mark}, which stays where it is. */
  void rollbackToMark() throws SQLException {
    endSession();
    run("ROLLBACK TO SAVEPOINT caller");
  }

  private void endSession() {
    session.ifPresent(Session::close);
    session = Optional.empty();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    endSession();
    connection.close();
  }
}
