package io.zhixun.store.sqlite;

import io.zhixun.store.StoreException;
import io.zhixun.store.sql.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;

/** Connections to one SQLite file, set up for their task. */
final class SqliteDatabase implements Database {
  static final String FILE = "zhixun.db";

  /**
   * The writing connection asks for the lock again and again for short times, so that it looks
   * often enough to meet the gap that {@link #afterWrite} leaves.
   *
   * <p>Its cache is small for a reason: where a split of an index swaps two pages, SQLite numbers
   * one of them for a moment as the page at 1 GB, and then, below that size of the file, looks
   * through its whole cache at the end of the transaction. With 64 MB of it that took a sixth of
   * the time of every commit; what it does not hold is in the system's cache.
   */
  private static final List<String> WRITER =
      List.of(
          "foreign_keys = ON",
          "busy_timeout = 20",
          "journal_mode = WAL",
          "synchronous = FULL",
          "secure_delete = ON", // what was erased is overwritten, not only unlinked
          "wal_autocheckpoint = 4000",
          "journal_size_limit = 67108864",
          "cache_size = -2048",
          "temp_store = MEMORY");

  private static final List<String> READER =
      List.of(
          "foreign_keys = ON",
          "synchronous = FULL",
          "cache_size = -16384",
          "temp_store = MEMORY",
          "query_only = ON");

  private static final Duration LONG_WRITE = Duration.ofMillis(20);
  private static final Duration GAP = Duration.ofMillis(2);

  private final Path folder;
  private final Duration lockTimeout;
  private final List<String> writerPragmas;
  private final SqliteFailures failures;

  SqliteDatabase(Path folder, Duration lockTimeout, List<String> morePragmas) {
    this.folder = folder;
    this.lockTimeout = lockTimeout;
    this.writerPragmas = new ArrayList<>(WRITER);
    this.writerPragmas.addAll(morePragmas);
    this.failures = new SqliteFailures(folder);
  }

  @Override
  public Connection openWriter() throws SQLException {
    return open(url(), writerPragmas);
  }

  @Override
  public Connection openReader() throws SQLException {
    List<String> pragmas = new ArrayList<>(READER);
    pragmas.add("busy_timeout = " + lockTimeout.toMillis());
    return open(url(), pragmas);
  }

  /**
   * Where nothing can be written, SQLite cannot make the files that coordinate readers with a
   * writer; without a log left behind there is no writer either, and the file is read as it lies.
   */
  private String url() {
    Path file = folder.resolve(FILE);
    boolean frozen =
        Files.exists(file)
            && !Files.isWritable(folder)
            && !Files.exists(folder.resolve(FILE + "-wal"));
    return frozen ? "jdbc:sqlite:" + file.toUri() + "?immutable=1" : "jdbc:sqlite:" + file;
  }

  private static Connection open(String url, List<String> pragmas) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setGetGeneratedKeys(false);
    Connection connection =
        new JDBC4Connection(url, url.substring("jdbc:sqlite:".length()), config.toProperties());
    try (Statement statement = connection.createStatement()) {
      for (String pragma : pragmas) {
        statement.execute("PRAGMA " + pragma);
      }
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  @Override
  public void beginWrite(Connection writer) throws SQLException {
    long deadline = System.nanoTime() + lockTimeout.toNanos();
    while (!tryBegin(writer, deadline)) {
      Thread.onSpinWait(); // the waiting was done in SQLite
    }
  }

  private boolean tryBegin(Connection writer, long deadline) throws SQLException {
    try {
      run(writer, "BEGIN IMMEDIATE");
      return true;
    } catch (SQLException failed) {
      if (!SqliteFailures.isLocked(failed) || System.nanoTime() >= deadline) {
        throw failed;
      }
      return false;
    }
  }

  /**
   * Leaves other processes a gap after a long transaction: SQLite has no queue, and a process that
   * takes the lock again at once keeps all others out.
   */
  @Override
  public void afterWrite(Duration held) {
    if (held.compareTo(LONG_WRITE) > 0) {
      try {
        Thread.sleep(GAP);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void beginSnapshot(Connection reader) throws SQLException {
    run(reader, "BEGIN");
  }

  @Override
  public void endSnapshot(Connection reader) throws SQLException {
    run(reader, "ROLLBACK");
  }

  /** There is no server that could go away. */
  @Override
  public boolean isLost(SQLException failure) {
    return false;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public String inTexts() {
    return "IN (SELECT value FROM json_each(?))";
  }

  @Override
  public StoreException explain(SQLException failure) {
    return failures.explain(failure);
  }

  @Override
  public boolean isAboutOneRow(SQLException failure) {
    return SqliteFailures.isAboutOneRow(failure);
  }
}
