package io.zhixun.store.sql;

import io.zhixun.store.StoreException;
import java.sql.SQLException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Runs queries on pooled connections; what fails comes out as a {@link StoreException}. */
final class Reads {
  private final Database database;
  private final ConnectionPool pool;
  private final Jdbi jdbi;

  Reads(Database database, ConnectionPool pool) {
    this.database = database;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /** On a connection that turns out to be lost it is tried once more, on a new one. */
  <T> T with(HandleCallback<T, SQLException> query) {
    try {
      return jdbi.withHandle(query);
    } catch (SQLException failure) {
      return again(query, failure, failure);
    } catch (JdbiException failure) {
      return again(query, cause(failure), failure);
    }
  }

  private <T> T again(HandleCallback<T, SQLException> query, SQLException cause, Exception thrown) {
    if (!database.isLost(cause)) {
      throw database.explain(cause);
    }
    pool.discard();
    try {
      return jdbi.withHandle(query);
    } catch (SQLException failure) {
      failure.addSuppressed(thrown);
      throw database.explain(failure);
    } catch (JdbiException failure) {
      throw database.explain(cause(failure));
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
            database.endSnapshot(handle.getConnection());
          }
        });
  }

  /** What the database said; a failure of another kind goes on as it is. */
  private static SQLException cause(JdbiException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    throw failure;
  }
}
