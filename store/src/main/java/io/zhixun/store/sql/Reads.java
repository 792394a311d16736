package io.zhixun.store.sql;

import io.zhixun.store.StoreException;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Runs queries on pooled connections; what fails comes out as a {@link StoreException}. */
final class Reads {
  private final Database database;
  private final Jdbi jdbi;

  Reads(Database database, ConnectionPool pool) {
    this.database = database;
    this.jdbi = Jdbi.create(pool);
  }

  <T> T with(HandleCallback<T, SQLException> query) {
    try {
      return jdbi.withHandle(query);
    } catch (SQLException failure) {
      throw database.explain(failure);
    } catch (JdbiException failure) {
      throw explain(failure);
    }
  }

  /** All that the query reads belongs to one state of the record. */
  <T> T consistently(HandleCallback<T, SQLException> query) {
    return with(
        handle -> {
          database.beginSnapshot(handle.getConnection());
          try {
            return query.withHandle(handle);
          } finally {
            end(handle);
          }
        });
  }

  private static void end(Handle handle) throws SQLException {
    try (var statement = handle.getConnection().createStatement()) {
      statement.execute("ROLLBACK");
    }
  }

  private RuntimeException explain(JdbiException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return database.explain(sql);
      }
    }
    return failure;
  }
}
