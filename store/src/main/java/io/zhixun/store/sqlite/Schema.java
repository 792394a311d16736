package io.zhixun.store.sqlite;

import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/** The tables of a database file, and their version. */
final class Schema {
  /** The number of the last migration: databases with a higher one are of a newer software. */
  static final int VERSION = 5;

  static final String MIGRATIONS = "classpath:io/zhixun/store/sqlite/migration";

  private static final String HISTORY = "flyway_schema_history";

  private final Path folder;
  private final SqliteDatabase database;

  Schema(Path folder) {
    this.folder = folder;
    this.database = new SqliteDatabase(folder, Duration.ofSeconds(10), List.of());
  }

  /** Runs the migrations that are missing. Flyway is only started when one is. */
  void bringUpToDate() {
    Path file = folder.resolve(SqliteDatabase.FILE);
    int found = Files.exists(file) ? version() : 0;
    requireNotNewer(found);
    if (found < VERSION) {
      migrate(file);
    }
  }

  /** For a folder in which nothing can be migrated. */
  void requireCurrent() {
    Path file = folder.resolve(SqliteDatabase.FILE);
    if (!Files.exists(file)) {
      throw new StoreException(
          Code.READ_ONLY,
          folder + " cannot be written and holds no record yet: allow writing, or name another");
    }
    int found = version();
    requireNotNewer(found);
    if (found < VERSION) {
      throw new StoreException(
          Code.READ_ONLY,
          folder + " cannot be written, and its record must be brought up to date first");
    }
  }

  private void requireNotNewer(int found) {
    if (found > VERSION) {
      throw new StoreException(
          Code.NEWER_SCHEMA,
          folder
              + " was written by a newer version (schema "
              + found
              + ", this one knows "
              + VERSION
              + "): run that version");
    }
  }

  private void migrate(Path file) {
    try {
      database.openWriter().close(); // makes the file, in WAL mode
      SQLiteDataSource source = new SQLiteDataSource();
      source.setUrl("jdbc:sqlite:" + file);
      Flyway.configure()
          .dataSource(source)
          .locations(MIGRATIONS)
          .table(HISTORY)
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (SQLException failed) {
      throw database.explain(failed);
    } catch (FlywayException failed) {
      throw new StoreException(
          Code.UNAVAILABLE,
          "the tables of " + file + " cannot be made: " + failed.getMessage(),
          failed);
    }
  }

  private int version() {
    if (count("sqlite_master WHERE name = '" + HISTORY + "'") == 0) {
      return 0;
    }
    return number("SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM " + HISTORY);
  }

  boolean hasKeys() {
    return count("api_key") > 0;
  }

  private int count(String from) {
    return number("SELECT count(*) FROM " + from);
  }

  private int number(String sql) {
    try (Connection connection = database.openReader();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    } catch (SQLException failed) {
      throw database.explain(failed);
    }
  }
}
