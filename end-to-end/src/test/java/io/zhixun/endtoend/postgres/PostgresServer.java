package io.zhixun.endtoend.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;

/** A PostgreSQL of our own, one for all tests of a run; each test finds it empty. */
final class PostgresServer implements AutoCloseable {
  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  static PostgresServer start() throws IOException {
    return new PostgresServer(EmbeddedPostgres.builder().start());
  }

  /** On files that outlive it, so that it can be stopped and started again. */
  static PostgresServer start(Path files, OptionalInt port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(files).setCleanDataDirectory(false);
    port.ifPresent(builder::setPort);
    return new PostgresServer(builder.start());
  }

  int port() {
    return server.getPort();
  }

  String url() {
    return url(port());
  }

  /** The address by which it is reached through another port. */
  String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As it was before any table was made. */
  void clear() throws SQLException {
    run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }

  /** Empty tables, faster than making them again. */
  void empty() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (statement.executeQuery("SELECT 1 FROM pg_tables WHERE tablename = 'head'").next()) {
        statement.execute(
            "TRUNCATE log, item, learner, rule, term, api_key, erasure, audit, job, account, session,"
                + " data_folder;"
                + " UPDATE head SET seq = 0, item_rows = 0, learner_rows = 0, pruned = 0");
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
