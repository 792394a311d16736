package io.zhixun.store.sql;

import io.zhixun.store.sql.Known.ItemState;
import io.zhixun.store.sql.Known.LearnerState;
import io.zhixun.store.sql.Known.Said;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The statements of the writing connection, each prepared once. Everything a caller mentions is
 * looked up in one statement a table, and written in batches. For the writing thread.
 */
final class Tables {
  private static final String INSERT_LOG =
      "INSERT INTO log (seq, accepted_at, batch, kind, body,"
          + " event_id, learner, visitor, item, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String PUT_ITEM =
      "INSERT INTO item (row, id, version, seq, live) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (row) DO UPDATE SET"
          + " version = excluded.version, seq = excluded.seq, live = excluded.live";
  private static final String PUT_LEARNER =
      "INSERT INTO learner (row, id, profile, personalised, switched) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (row) DO UPDATE SET profile = excluded.profile,"
          + " personalised = excluded.personalised, switched = excluded.switched";

  private final PreparedStatement readHead;
  private final PreparedStatement writeHead;
  private final PreparedStatement itemStates;
  private final PreparedStatement itemBodies;
  private final PreparedStatement learnerStates;
  private final PreparedStatement profiles;
  private final PreparedStatement events;
  private final EditTables edits;
  private final PreparedStatement visitors;
  private final Inserter insertLog;
  private final Inserter putItem;
  private final Inserter putLearner;
  private final PreparedStatement merge;
  private final Rows rows = new Rows();

  Tables(Session session, String inTexts) throws SQLException {
    readHead = session.prepare("SELECT seq, item_rows, learner_rows FROM head");
    writeHead = session.prepare("UPDATE head SET seq = ?, item_rows = ?, learner_rows = ?");
    itemStates =
        session.prepare("SELECT id, row, version, seq, live FROM item WHERE id " + inTexts);
    itemBodies =
        session.prepare(
            "SELECT i.id, l.body FROM item i JOIN log l ON l.seq = i.seq"
                + " WHERE i.live = 1 AND i.id "
                + inTexts);
    learnerStates =
        session.prepare(
            "SELECT id, row, profile, personalised, switched FROM learner WHERE id " + inTexts);
    profiles =
        session.prepare(
            "SELECT p.id, l.body FROM learner p JOIN log l ON l.seq = p.profile WHERE p.id "
                + inTexts);
    events = session.prepare("SELECT event_id, seq, body FROM log WHERE event_id " + inTexts);
    edits = new EditTables(session, inTexts);
    visitors =
        session.prepare(
            "SELECT DISTINCT visitor FROM log WHERE learner IS NULL AND visitor " + inTexts);
    insertLog = new Inserter(session, INSERT_LOG);
    putItem = new Inserter(session, PUT_ITEM);
    putLearner = new Inserter(session, PUT_LEARNER);
    merge =
        session.prepare(
            "UPDATE log SET learner = ? WHERE visitor = ? AND learner IS NULL AND seq < ?");
  }

  /** How far the record goes as a transaction begins. */
  Head head() throws SQLException {
    try (ResultSet row = readHead.executeQuery()) {
      if (!row.next()) {
        throw Content.damaged(0, "the table head is empty");
      }
      Head head = new Head(row.getLong(1), row.getInt(2), row.getInt(3));
      rows.found(head);
      return head;
    }
  }

  /** What is kept of rows between transactions. */
  Rows rows() {
    return rows;
  }

  void write(Head head) throws SQLException {
    writeHead.setLong(1, head.seq());
    writeHead.setInt(2, head.itemRows());
    writeHead.setInt(3, head.learnerRows());
    writeHead.executeUpdate();
  }

  /**
   * What the database knows of what is mentioned.
   *
   * @param newEvents whether events are taken to be new without looking: one that is not makes the
   *     writing fail
   */
  Known load(Mentions mentions, boolean newEvents) throws SQLException {
    Known known = new Known();
    look(
        itemStates,
        rows.items(mentions.items(), known),
        row -> load(known, row.getString(1), itemState(row)));
    look(
        itemBodies, mentions.itemsPut(), row -> addBody(known, row.getString(1), row.getString(2)));
    look(
        learnerStates,
        rows.learners(mentions.learners(), known),
        row -> load(known, row.getString(1), learner(row)));
    look(
        profiles,
        mentions.profilesPut(),
        row -> addProfile(known, row.getString(1), row.getString(2)));
    if (!newEvents) {
      look(events, mentions.events(), row -> known.loadEvent(row.getString(1), said(row)));
    }
    edits.load(mentions, known);
    look(visitors, mentions.visitorsMerged(), row -> known.addVisitor(row.getString(1)));
    return known;
  }

  private void load(Known known, String id, ItemState item) {
    known.load(id, item);
    rows.keep(id, item);
  }

  private void load(Known known, String id, LearnerState learner) {
    known.load(id, learner);
    rows.keep(id, learner);
  }

  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  static void look(PreparedStatement query, Collection<String> ids, RowReader reader)
      throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    query.setString(1, JsonTexts.array(ids));
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  private static ItemState itemState(ResultSet row) throws SQLException {
    return new ItemState(
        row.getInt(2), row.getLong(3), row.getLong(4), row.getInt(5) == 1, Optional.empty());
  }

  private static LearnerState learner(ResultSet row) throws SQLException {
    return new LearnerState(
        row.getInt(2), Optional.empty(), row.getLong(3), row.getInt(4) == 1, row.getLong(5));
  }

  static Said said(ResultSet row) throws SQLException {
    String body = row.getString(3);
    return new Said(row.getLong(2), body == null ? "{}" : body);
  }

  private static void addBody(Known known, String id, String body) {
    ItemState state = known.item(id).orElseThrow();
    known.load(
        id, new ItemState(state.row(), state.version(), state.seq(), true, Optional.of(body)));
  }

  private static void addProfile(Known known, String id, String body) {
    LearnerState state = known.learner(id).orElseThrow();
    known.load(
        id,
        new LearnerState(
            state.row(),
            Optional.of(body),
            state.profileSeq(),
            state.personalised(),
            state.switched()));
  }

  /** Appends what was decided. */
  void write(List<Stamped> log) throws SQLException {
    insertLog.all(log, (statement, row) -> bind(statement, row.row(), row.stamp()));
    edits.write(log);
  }

  /** Writes how things are after it; after the log, because they point to it. */
  void write(Known known) throws SQLException {
    putItem.all(
        known.changedItems(), (statement, id) -> bind(statement, id, known.item(id).orElseThrow()));
    putLearner.all(
        known.changedLearners(),
        (statement, id) -> bind(statement, id, known.learner(id).orElseThrow()));
    known.changedItems().forEach(id -> rows.keep(id, known.item(id).orElseThrow()));
    known.changedLearners().forEach(id -> rows.keep(id, known.learner(id).orElseThrow()));
    edits.write(known);
    for (Known.Merge visitor : known.merges()) {
      merge.setInt(1, visitor.learner());
      merge.setString(2, visitor.visitor());
      merge.setLong(3, visitor.seq());
      merge.executeUpdate();
    }
  }

  /** A row with what all rows of its caller have in common. */
  record Stamped(LogRow row, Stamp stamp) {}

  /** What all rows of one caller have in common. */
  record Stamp(long acceptedAtMillis, Optional<String> batch, Optional<String> who) {}

  private static void bind(PreparedStatement insert, LogRow row, Stamp stamp) throws SQLException {
    insert.setLong(1, row.seq());
    insert.setLong(2, stamp.acceptedAtMillis());
    insert.setString(3, stamp.batch().orElse(null));
    insert.setString(4, row.kind().text());
    insert.setString(5, row.body());
    insert.setNull(6, Types.VARCHAR);
    insert.setNull(7, Types.INTEGER);
    insert.setNull(8, Types.VARCHAR);
    insert.setNull(9, Types.INTEGER);
    insert.setNull(10, Types.BIGINT);
    switch (row.about()) {
      case About.Nothing() -> {}
      case About.OfLearner(int learner, Optional<String> event) -> {
        insert.setString(6, event.orElse(null));
        insert.setInt(7, learner);
      }
      case About.OfVisitor(String visitor, String event) -> {
        insert.setString(6, event);
        insert.setString(8, visitor);
      }
      case About.OfItem(int item, long version) -> {
        insert.setInt(9, item);
        insert.setLong(10, version);
      }
    }
  }

  private static void bind(PreparedStatement put, String id, ItemState item) throws SQLException {
    put.setInt(1, item.row());
    put.setString(2, id);
    put.setLong(3, item.version());
    setSeq(put, 4, item.seq());
    put.setInt(5, item.live() ? 1 : 0);
  }

  private static void bind(PreparedStatement put, String id, LearnerState learner)
      throws SQLException {
    put.setInt(1, learner.row());
    put.setString(2, id);
    setSeq(put, 3, learner.profileSeq());
    put.setInt(4, learner.personalised() ? 1 : 0);
    setSeq(put, 5, learner.switched());
  }

  /** Numbers start at 1; 0 stands for none. */
  static void setSeq(PreparedStatement statement, int index, long seq) throws SQLException {
    if (seq > 0) {
      statement.setLong(index, seq);
    } else {
      statement.setNull(index, Types.BIGINT);
    }
  }
}
