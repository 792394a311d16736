package io.zhixun.store.sql;

import io.zhixun.store.Pruned;
import io.zhixun.store.Retention;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Lets go what is older than the settings keep it; on the writing connection. */
final class Pruner {
  private static final String FORGET_EVENTS =
      "UPDATE log SET body = NULL, visitor = NULL"
          + " WHERE kind = 'event' AND body IS NOT NULL AND accepted_at < ?";

  /** Nothing that holds now, and nothing that a snapshot has yet to be brought up to date with. */
  private static final String CONDITION =
      " FROM log WHERE seq <= ? AND ((kind = 'event' AND body IS NULL AND accepted_at < ?)"
          + " OR (kind NOT IN ('event', 'tag', 'events-forgotten') AND accepted_at < ? AND seq NOT IN ("
          + "SELECT seq FROM item WHERE seq IS NOT NULL"
          + " UNION ALL SELECT profile FROM learner WHERE profile IS NOT NULL"
          + " UNION ALL SELECT switched FROM learner WHERE switched IS NOT NULL"
          + " UNION ALL SELECT seq FROM rule UNION ALL SELECT seq FROM term)))";

  private final Connection connection;
  private final Retention retention;
  private final Instant now;
  private final long eventsBefore;
  private final long historyBefore;

  Pruner(Connection connection, Retention retention, Instant now) {
    this.connection = connection;
    this.retention = retention;
    this.now = now;
    this.eventsBefore = now.minus(retention.events()).toEpochMilli();
    this.historyBefore = now.minus(retention.history()).toEpochMilli();
  }

  /**
   * Prunes.
   *
   * @param own entries above this number keep their place, if not their content; and so do those
   *     that another data folder needs
   */
  Pruned prune(Needs needs, long own) throws SQLException {
    needs.note(connection, own, now);
    long upTo = needs.least(connection, own, now, retention.folders());
    long forgotten = forget();
    long last = lastOf(upTo);
    long removed = 0;
    if (last > 0) {
      try (PreparedStatement delete = connection.prepareStatement("DELETE" + CONDITION)) {
        bind(delete, upTo);
        removed = delete.executeUpdate();
      }
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE head SET pruned = ? WHERE pruned < ?")) {
        update.setLong(1, last);
        update.setLong(2, last);
        update.executeUpdate();
      }
    }
    return new Pruned(forgotten, removed);
  }

  private long forget() throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(FORGET_EVENTS)) {
      update.setLong(1, eventsBefore);
      return update.executeUpdate();
    }
  }

  private long lastOf(long upTo) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT coalesce(max(seq), 0)" + CONDITION)) {
      bind(query, upTo);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private void bind(PreparedStatement statement, long upTo) throws SQLException {
    statement.setLong(1, upTo);
    statement.setLong(2, eventsBefore);
    statement.setLong(3, historyBefore);
  }
}
