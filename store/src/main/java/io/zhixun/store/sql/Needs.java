package io.zhixun.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * What the data folders that share a record need of its log; on the writing connection.
 *
 * @param folder the one of this process
 */
record Needs(String folder) {
  private static final String NOTE =
      "INSERT INTO data_folder (id, needs, noted_at) VALUES (?, ?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET needs = excluded.needs, noted_at = excluded.noted_at";
  private static final String LEAST =
      "SELECT coalesce(min(needs), ?) FROM data_folder WHERE id <> ? AND noted_at >= ?";

  /** Notes that the oldest snapshot of this folder ends at a number; 0 when it has none. */
  int note(Connection connection, long seq, Instant now) throws SQLException {
    try (PreparedStatement note = connection.prepareStatement(NOTE)) {
      note.setString(1, folder);
      note.setLong(2, seq);
      note.setLong(3, now.toEpochMilli());
      return note.executeUpdate();
    }
  }

  /**
   * The least of what this folder and the others need, of those that noted it not long ago.
   *
   * @param own what this folder needs
   */
  long least(Connection connection, long own, Instant now, Duration remembered)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LEAST)) {
      query.setLong(1, own);
      query.setString(2, folder);
      query.setLong(3, now.minus(remembered).toEpochMilli());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Math.min(own, row.getLong(1)) : own;
      }
    }
  }
}
