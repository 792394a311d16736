package io.zhixun.store.postgres;

import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Connections to one PostgreSQL database, set up for their task. */
final class PostgresDatabase implements Database {
  /**
   * A server that is away must not hold up callers for long; one that is busy may take its time.
   */
  private static final int CONNECT_SECONDS = 3;

  private static final int ANSWER_SECONDS = 60;

  private final String url;
  private final Duration lockTimeout;

  PostgresDatabase(String url, Duration lockTimeout) {
    this.url = url;
    this.lockTimeout = lockTimeout;
  }

  /** The address without what follows it, which may hold a password. */
  String name() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  Connection open() throws SQLException {
    Properties properties = new Properties();
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.APPLICATION_NAME.set(properties, "zhixun");
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new IllegalArgumentException(
          "store.url must begin with jdbc:postgresql:, got " + name());
    }
    return connection;
  }

  @Override
  public Connection openWriter() throws SQLException {
    Connection connection = open();
    // What was acknowledged must be on the server's disk, whatever the server does by default.
    run(
        connection,
        "SELECT set_config('synchronous_commit', 'on', false)"
            + " WHERE current_setting('synchronous_commit') = 'off'");
    run(connection, "SET lock_timeout = " + lockTimeout.toMillis());
    return connection;
  }

  @Override
  public Connection openReader() throws SQLException {
    Connection connection = open();
    run(connection, "SET default_transaction_read_only = on");
    return connection;
  }

  /** Waits for the lock of the one row; what is read after that is what the last holder left. */
  @Override
  public void beginWrite(Connection writer) throws SQLException {
    run(writer, "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    run(writer, "SELECT 1 FROM head FOR UPDATE");
  }

  /** PostgreSQL queues those who wait for a lock. */
  @Override
  public void afterWrite(Duration held) {}

  /** Not in auto-commit mode, in which the driver would load whole results into memory. */
  @Override
  public void beginSnapshot(Connection reader) throws SQLException {
    reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    reader.setAutoCommit(false);
  }

  @Override
  public void endSnapshot(Connection reader) throws SQLException {
    reader.rollback();
    reader.setAutoCommit(true);
    reader.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public String inTexts() {
    return "= ANY (ARRAY(SELECT json_array_elements_text(?::json)))";
  }

  /**
   * What the failure means.
   *
   * <p>Source: <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL
   * Error Codes</a>.
   */
  @Override
  public StoreException explain(SQLException failure) {
    String state = state(failure);
    if (isAboutOneRow(failure)) {
      return new StoreException(
          Code.REFUSED,
          "the database refused a row of this call, nothing of the call was kept: "
              + failure.getMessage(),
          failure);
    }
    return switch (state) {
      case "53100" ->
          new StoreException(
              Code.FULL, "no room left for " + name() + ": free some and try again", failure);
      case "25006", "42501" ->
          new StoreException(
              Code.READ_ONLY, name() + " cannot be written: " + failure.getMessage(), failure);
      case "55P03", "40P01", "40001" ->
          new StoreException(
              Code.LOCKED, "another process keeps writing to " + name() + ": try again", failure);
      case "XX001", "XX002" ->
          new StoreException(Code.DAMAGED, name() + " is damaged: restore a backup", failure);
      default ->
          new StoreException(
              Code.UNAVAILABLE,
              name() + " cannot be used, look at the server: " + failure.getMessage(),
              failure);
    };
  }

  /** Integrity, data and program limits; the transaction is good again after its savepoint. */
  @Override
  public boolean isAboutOneRow(SQLException failure) {
    String state = state(failure);
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  /** Connection exceptions, and a server that ends or begins its work. */
  @Override
  public boolean isLost(SQLException failure) {
    String state = state(failure);
    return state.startsWith("08") || state.startsWith("57P");
  }

  private static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}
