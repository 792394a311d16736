package io.zhixun.store.postgres;

import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** The tables of a database, and their version. */
final class PostgresSchema {
  /** The number of the last migration, the same on all databases. */
  static final int VERSION = 5;

  private static final String HISTORY = "flyway_schema_history";

  private final PostgresDatabase database;
  private final String url;

  PostgresSchema(PostgresDatabase database, String url) {
    this.database = database;
    this.url = url;
  }

  /** Runs the migrations that are missing; of several servers one does, the others wait for it. */
  void bringUpToDate() {
    int found = version();
    if (found > VERSION) {
      throw new StoreException(
          Code.NEWER_SCHEMA,
          database.name()
              + " was written by a newer version (schema "
              + found
              + ", this one knows "
              + VERSION
              + "): run that version");
    }
    if (found < VERSION) {
      migrate();
    }
  }

  private void migrate() {
    try {
      Flyway.configure()
          .dataSource(source())
          .locations("classpath:io/zhixun/store/postgres/migration")
          .table(HISTORY)
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException failed) {
      throw new StoreException(
          Code.UNAVAILABLE,
          "the tables of " + database.name() + " cannot be made: " + failed.getMessage(),
          failed);
    }
  }

  private DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  private int version() {
    return number(
                "SELECT count(*) FROM pg_tables WHERE tablename = '"
                    + HISTORY
                    + "'"
                    + " AND schemaname = current_schema()")
            == 0
        ? 0
        : number("SELECT coalesce(max(version::int), 0) FROM " + HISTORY);
  }

  boolean hasKeys() {
    return number("SELECT count(*) FROM api_key") > 0;
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
