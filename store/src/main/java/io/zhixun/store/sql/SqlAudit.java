package io.zhixun.store.sql;

import io.zhixun.store.Audit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who did what, in the table {@code audit}; contents are those of the log. */
final class SqlAudit implements Audit {
  /** Writers hold a lock, so the next number can be asked for. */
  static final String INSERT =
      "INSERT INTO audit (id, at, who, action, subject, before_seq, after_seq, detail)"
          + " VALUES ((SELECT coalesce(max(id), 0) + 1 FROM audit), ?, ?, ?, ?, ?, ?, ?)";

  private static final String SELECT =
      "SELECT a.id, a.at, a.who, a.action, a.subject, b.kind, b.body, n.kind, n.body, a.detail"
          + " FROM audit a LEFT JOIN log b ON b.seq = a.before_seq"
          + " LEFT JOIN log n ON n.seq = a.after_seq"
          + " WHERE a.id < ? ORDER BY a.id DESC LIMIT ?";

  private final Reads reads;
  private final TaskQueue tasks;
  private final InstantSource clock;

  SqlAudit(Reads reads, TaskQueue tasks, InstantSource clock) {
    this.reads = reads;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public void note(String who, String action, String subject, String detail) {
    long now = clock.instant().toEpochMilli();
    Task.Aside task =
        new Task.Aside(
            connection -> note(connection, now, who, new Noted(action, subject, detail)),
            new CompletableFuture<>());
    tasks.submit(task);
    TaskQueue.result(task.done());
  }

  private record Noted(String action, String subject, String detail) {}

  private static int note(Connection connection, long now, String who, Noted noted)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, now);
      insert.setString(2, who);
      insert.setString(3, noted.action());
      insert.setString(4, noted.subject());
      insert.setNull(5, Types.BIGINT);
      insert.setNull(6, Types.BIGINT);
      insert.setString(7, noted.detail());
      return insert.executeUpdate();
    }
  }

  @Override
  public List<Done> before(long id, int limit) {
    return reads.with(
        handle ->
            handle
                .createQuery(SELECT)
                .bind(0, id)
                .bind(1, limit)
                .map((row, _) -> done(row))
                .list());
  }

  private static Done done(ResultSet row) throws SQLException {
    Optional<String> detail = Optional.ofNullable(row.getString(10));
    Optional<String> after = content(row.getString(8), row.getString(9));
    return new Done(
        row.getLong(1),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getString(3),
        new What(row.getString(4), row.getString(5)),
        content(row.getString(6), row.getString(7)),
        after.or(() -> detail));
  }

  /** A deletion has no content. */
  private static Optional<String> content(String kind, String body) {
    return kind == null || Kind.of(kind).isDeletion()
        ? Optional.empty()
        : Optional.ofNullable(body);
  }
}
