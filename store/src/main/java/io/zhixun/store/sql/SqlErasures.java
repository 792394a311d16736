package io.zhixun.store.sql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.UserId;
import io.zhixun.store.Erasures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Forgets learners, on the writing thread: the log entries of a learner lose their content and keep
 * their number, the learner's row loses its identifier.
 */
final class SqlErasures implements Erasures {
  private static final int RECEIPT_BYTES = 16;

  private final Reads reads;
  private final TaskQueue tasks;
  private final Pepper pepper;
  private final RandomGenerator random;
  private final LedgerFile file;

  SqlErasures(Reads reads, TaskQueue tasks, SqlStore.World world) {
    this.reads = reads;
    this.tasks = tasks;
    this.pepper = world.pepper();
    this.random = world.random();
    this.file = world.ledger();
  }

  @Override
  public Optional<Erasure> erase(UserId user) {
    byte[] receipt = new byte[RECEIPT_BYTES];
    random.nextBytes(receipt);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(receipt);
    Optional<Erasure> erasure = TaskQueue.ask(tasks, work(user, text));
    writeDown();
    return erasure;
  }

  /** Completes the file, also with what others erased on the same database. */
  void writeDown() {
    List<Erasure> ledger = ledger();
    if (!ledger.isEmpty()) {
      file.add(ledger);
    }
  }

  private Task.Work<Optional<Erasure>> work(UserId user, String receipt) {
    return (connection, head, now) -> {
      Optional<Integer> row = row(connection, user.value());
      if (row.isEmpty()) {
        return new Task.Worked<>(head, Optional.empty());
      }
      Subject subject = new Subject(row.get(), pepper.hash(user.value()));
      Order order = new Order(receipt, now, new Named(user.value(), subject));
      Task.Worked<Erasure> worked = erase(connection, head, order);
      return new Task.Worked<>(worked.head(), Optional.of(worked.value()));
    };
  }

  @Override
  public Optional<Forgetting> forget(UserId user, Optional<String> event) {
    return TaskQueue.ask(
        tasks,
        (connection, head, now) -> {
          Optional<Integer> row = row(connection, user.value());
          long events = row.isEmpty() ? 0 : forget(connection, row.get(), event);
          if (events == 0) {
            return new Task.Worked<>(head, Optional.empty());
          }
          Head after = head.withSeq(head.seq() + 1);
          Note note = new Note(Kind.EVENTS_FORGOTTEN, Content.eventsForgotten(row.get()));
          append(connection, after.seq(), now, note);
          run(connection, "UPDATE log SET learner = ? WHERE seq = " + after.seq(), row.get());
          return new Task.Worked<>(after, Optional.of(new Forgetting(events, after.seq())));
        });
  }

  private static long forget(Connection connection, int row, Optional<String> event)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE log SET body = NULL, visitor = NULL"
                + " WHERE learner = ? AND kind = 'event' AND body IS NOT NULL"
                + (event.isPresent() ? " AND event_id = ?" : ""))) {
      update.setInt(1, row);
      if (event.isPresent()) {
        update.setString(2, event.get());
      }
      return update.executeUpdate();
    }
  }

  @Override
  public List<Erasure> repeat(List<Erasure> ledger) {
    List<Erasure> repeated = TaskQueue.ask(tasks, repetition(ledger));
    writeDown();
    return repeated;
  }

  private Task.Work<List<Erasure>> repetition(List<Erasure> ledger) {
    return (connection, head, _) -> {
      List<Erasure> found = new ArrayList<>();
      Head last = head;
      for (Erasure line : ledger) {
        Optional<Named> named = named(connection, line.subject());
        if (named.isPresent()) {
          Order order = new Order(line.receipt(), line.at(), named.get());
          Task.Worked<Erasure> worked = erase(connection, last, order);
          last = worked.head();
          found.add(worked.value());
        }
      }
      return new Task.Worked<>(last, List.copyOf(found));
    };
  }

  private record Named(String id, Subject subject) {}

  private record Order(String receipt, Instant at, Named learner) {}

  private static Optional<Integer> row(Connection connection, String id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT row FROM learner WHERE id = ?")) {
      query.setString(1, id);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
      }
    }
  }

  /** Whoever has the row of an erased learner, if it is that same learner. */
  private Optional<Named> named(Connection connection, Subject subject) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT id FROM learner WHERE row = ?")) {
      query.setInt(1, subject.row());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() && pepper.hash(rows.getString(1)).equals(subject.digest())
            ? Optional.of(new Named(rows.getString(1), subject))
            : Optional.empty();
      }
    }
  }

  private static Task.Worked<Erasure> erase(Connection connection, Head head, Order order)
      throws SQLException {
    int row = order.learner().subject().row();
    Map<String, Long> counts = counts(connection, row);
    run(connection, "UPDATE learner SET profile = NULL, switched = NULL WHERE row = ?", row);
    run(connection, "UPDATE log SET body = NULL, visitor = NULL WHERE learner = ?", row);
    run(connection, "DELETE FROM learner WHERE row = ?", row);
    endKeys(connection, order);
    Head after = head.withSeq(head.seq() + 1);
    Erasure erasure =
        new Erasure(order.receipt(), order.at(), after.seq(), order.learner().subject(), counts);
    Note note = new Note(Kind.LEARNER_ERASED, Content.learnerErased(row));
    append(connection, erasure.seq(), erasure.at(), note);
    keep(connection, erasure);
    return new Task.Worked<>(after, erasure);
  }

  private static Map<String, Long> counts(Connection connection, int row) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT kind, count(*) FROM log WHERE learner = ? AND body IS NOT NULL"
                + " GROUP BY kind")) {
      query.setInt(1, row);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          counts.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return counts;
  }

  private static void run(Connection connection, String sql, int row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, row);
      statement.executeUpdate();
    }
  }

  /** Keys for this learner alone open nothing any more, and do not name them either. */
  private static void endKeys(Connection connection, Order order) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE api_key SET learner = ?, name = 'erased',"
                + " revoked_at = coalesce(revoked_at, ?) WHERE learner = ?")) {
      update.setString(1, "erased-" + order.receipt());
      update.setLong(2, order.at().toEpochMilli());
      update.setString(3, order.learner().id());
      update.executeUpdate();
    }
  }

  private record Note(Kind kind, String body) {}

  private static void append(Connection connection, long seq, Instant at, Note note)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO log (seq, accepted_at, kind, body) VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, seq);
      insert.setLong(2, at.toEpochMilli());
      insert.setString(3, note.kind().text());
      insert.setString(4, note.body());
      insert.executeUpdate();
    }
  }

  private static void keep(Connection connection, Erasure erasure) throws SQLException {
    ObjectNode counts = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(erasure.counts()).forEach(counts::put);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO erasure (receipt, erased_at, seq, learner, digest, counts)"
                + " VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (receipt) DO NOTHING")) {
      insert.setString(1, erasure.receipt());
      insert.setLong(2, erasure.at().toEpochMilli());
      insert.setLong(3, erasure.seq());
      insert.setInt(4, erasure.subject().row());
      insert.setString(5, erasure.subject().digest());
      insert.setString(6, counts.toString());
      insert.executeUpdate();
    }
  }

  @Override
  public List<Erasure> ledger() {
    return reads.with(
        handle ->
            handle
                .createQuery(
                    "SELECT receipt, erased_at, seq, learner, digest, counts FROM erasure"
                        + " ORDER BY seq")
                .map((row, _) -> erasure(row))
                .list());
  }

  private static Erasure erasure(ResultSet row) throws SQLException {
    return new Erasure(
        row.getString(1),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getLong(3),
        new Subject(row.getInt(4), row.getString(5)),
        Content.counts(row.getLong(3), row.getString(6)));
  }
}
