package io.zhixun.store.sql;

import io.zhixun.store.Audit;
import io.zhixun.store.Term;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.statement.Query;

/** Who did what, in the table {@code audit}; contents are those of the log. */
final class SqlAudit implements Audit {
  /** Writers hold a lock, so the next number can be asked for. */
  static final String INSERT =
      "INSERT INTO audit (id, at, who, action, subject, before_seq, after_seq, detail)"
          + " VALUES ((SELECT coalesce(max(id), 0) + 1 FROM audit), ?, ?, ?, ?, ?, ?, ?)";

  private static final String SELECT =
      "SELECT a.id, a.at, a.who, a.action, a.subject, b.kind, b.body, n.kind, n.body, a.detail,"
          + " a.before_seq FROM audit a LEFT JOIN log b ON b.seq = a.before_seq"
          + " LEFT JOIN log n ON n.seq = a.after_seq"
          + " WHERE a.id < ?";

  /** A subject by itself, and as a line of each word list. */
  private static final int NAMES = 1 + Term.Kind.values().length;

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
  public List<Done> before(long id, Wanted wanted, int limit) {
    List<Object> values = new ArrayList<>(List.of(id));
    String query = SELECT + conditions(wanted, values) + " ORDER BY a.id DESC LIMIT ?";
    values.add(limit);
    return reads.with(
        handle -> {
          Query asked = handle.createQuery(query);
          for (int i = 0; i < values.size(); i++) {
            asked.bind(i, values.get(i));
          }
          return asked.map((row, _) -> done(row)).list();
        });
  }

  /** What a line must be, and the values that the conditions ask for. */
  private static String conditions(Wanted wanted, List<Object> values) {
    StringBuilder conditions = new StringBuilder();
    if (!wanted.actions().isEmpty()) {
      conditions.append(" AND a.action IN (").append(marks(wanted.actions().size())).append(')');
      values.addAll(wanted.actions());
    }
    wanted
        .list()
        .map(list -> Known.term(list, ""))
        .ifPresent(
            prefix -> {
              conditions.append(" AND substr(a.subject, 1, ?) = ?");
              values.addAll(List.of(prefix.length(), prefix));
            });
    wanted
        .subject()
        .ifPresent(
            subject -> {
              conditions.append(" AND a.subject IN (").append(marks(NAMES)).append(')');
              values.add(subject);
              Arrays.stream(Term.Kind.values())
                  .forEach(list -> values.add(Known.term(list, subject)));
            });
    wanted
        .who()
        .ifPresent(
            who -> {
              conditions.append(" AND a.who = ?");
              values.add(who);
            });
    return conditions.toString();
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static Done done(ResultSet row) throws SQLException {
    Optional<String> detail = Optional.ofNullable(row.getString(10));
    Optional<String> after = content(row.getString(8), row.getString(9));
    boolean isLost = row.getLong(11) > 0 && row.getString(6) == null;
    return new Done(
        row.getLong(1),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getString(3),
        new What(row.getString(4), row.getString(5)),
        isLost ? Optional.of(NOT_KEPT) : content(row.getString(6), row.getString(7)),
        after.or(() -> detail));
  }

  /** A deletion has no content. */
  private static Optional<String> content(String kind, String body) {
    return kind == null || Kind.of(kind).isDeletion()
        ? Optional.empty()
        : Optional.ofNullable(body);
  }
}
