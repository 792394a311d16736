package io.zhixun.store.sql;

import io.zhixun.store.sql.Known.ItemState;
import io.zhixun.store.sql.Known.LearnerState;
import io.zhixun.store.sql.Known.Said;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The statements of the writing connection, each prepared once. Everything a caller mentions is
 * looked up in one statement a table, and written in one batch a table. For the writing thread.
 */
final class Tables {
  private final PreparedStatement readHead;
  private final PreparedStatement writeHead;
  private final PreparedStatement itemStates;
  private final PreparedStatement itemBodies;
  private final PreparedStatement learnerStates;
  private final PreparedStatement profiles;
  private final PreparedStatement events;
  private final PreparedStatement rules;
  private final PreparedStatement insertLog;
  private final PreparedStatement putItem;
  private final PreparedStatement putLearner;
  private final PreparedStatement putRule;
  private final PreparedStatement deleteRule;

  Tables(Connection c, String inTexts) throws SQLException {
    readHead = c.prepareStatement("SELECT seq, item_rows, learner_rows FROM head");
    writeHead = c.prepareStatement("UPDATE head SET seq = ?, item_rows = ?, learner_rows = ?");
    itemStates =
        c.prepareStatement("SELECT id, row, version, seq, live FROM item WHERE id " + inTexts);
    itemBodies =
        c.prepareStatement(
            "SELECT i.id, l.body FROM item i JOIN log l ON l.seq = i.seq"
                + " WHERE i.live = 1 AND i.id "
                + inTexts);
    learnerStates =
        c.prepareStatement(
            "SELECT id, row, profile, personalised, switched FROM learner WHERE id " + inTexts);
    profiles =
        c.prepareStatement(
            "SELECT p.id, l.body FROM learner p JOIN log l ON l.seq = p.profile WHERE p.id "
                + inTexts);
    events = c.prepareStatement("SELECT event_id, seq, body FROM log WHERE event_id " + inTexts);
    rules =
        c.prepareStatement(
            "SELECT r.id, l.seq, l.body FROM rule r JOIN log l ON l.seq = r.seq WHERE r.id "
                + inTexts);
    insertLog =
        c.prepareStatement(
            "INSERT INTO log (seq, accepted_at, kind, event_id, learner, body)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    putItem =
        c.prepareStatement(
            "INSERT INTO item (row, id, version, seq, live) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (row) DO UPDATE SET"
                + " version = excluded.version, seq = excluded.seq, live = excluded.live");
    putLearner =
        c.prepareStatement(
            "INSERT INTO learner (row, id, profile, personalised, switched)"
                + " VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (row) DO UPDATE SET profile = excluded.profile,"
                + " personalised = excluded.personalised, switched = excluded.switched");
    putRule =
        c.prepareStatement(
            "INSERT INTO rule (id, seq) VALUES (?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET seq = excluded.seq");
    deleteRule = c.prepareStatement("DELETE FROM rule WHERE id = ?");
  }

  Head head() throws SQLException {
    try (ResultSet row = readHead.executeQuery()) {
      if (!row.next()) {
        throw Content.damaged(0, "the table head is empty");
      }
      return new Head(row.getLong(1), row.getInt(2), row.getInt(3));
    }
  }

  void write(Head head) throws SQLException {
    writeHead.setLong(1, head.seq());
    writeHead.setInt(2, head.itemRows());
    writeHead.setInt(3, head.learnerRows());
    writeHead.executeUpdate();
  }

  /** What the database knows of what is mentioned. */
  Known load(Mentions mentions) throws SQLException {
    Known known = new Known();
    look(itemStates, mentions.items(), row -> known.load(row.getString(1), itemState(row)));
    look(
        itemBodies, mentions.itemsPut(), row -> addBody(known, row.getString(1), row.getString(2)));
    look(learnerStates, mentions.learners(), row -> known.load(row.getString(1), learner(row)));
    look(
        profiles,
        mentions.profilesPut(),
        row -> addProfile(known, row.getString(1), row.getString(2)));
    look(events, mentions.events(), row -> known.loadEvent(row.getString(1), said(row)));
    look(rules, mentions.rules(), row -> known.loadRule(row.getString(1), said(row)));
    return known;
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private static void look(PreparedStatement query, Collection<String> ids, RowReader reader)
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

  private static Said said(ResultSet row) throws SQLException {
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

  /** Writes what was decided; the log first, because the others point to it. */
  void write(List<LogRow> log, Known known, long acceptedAt) throws SQLException {
    for (LogRow row : log) {
      bind(row, acceptedAt);
      insertLog.addBatch();
    }
    run(insertLog, log.size());
    for (String id : known.changedItems()) {
      bind(id, known.item(id).orElseThrow());
      putItem.addBatch();
    }
    run(putItem, known.changedItems().size());
    for (String id : known.changedLearners()) {
      bind(id, known.learner(id).orElseThrow());
      putLearner.addBatch();
    }
    run(putLearner, known.changedLearners().size());
    for (String id : known.changedRules()) {
      writeRule(id, known.rule(id));
    }
  }

  /** A batch that fails keeps its rows for the next run, so it is emptied whatever happens. */
  private static void run(PreparedStatement statement, int rows) throws SQLException {
    if (rows > 0) {
      try {
        statement.executeBatch();
      } finally {
        statement.clearBatch();
      }
    }
  }

  private void bind(LogRow row, long acceptedAt) throws SQLException {
    insertLog.setLong(1, row.seq());
    insertLog.setLong(2, acceptedAt);
    insertLog.setString(3, row.kind().text());
    if (row.event().isPresent()) {
      insertLog.setString(4, row.event().get());
    } else {
      insertLog.setNull(4, Types.VARCHAR);
    }
    setInt(insertLog, 5, row.learner());
    insertLog.setString(6, row.body());
  }

  private void bind(String id, ItemState item) throws SQLException {
    putItem.setInt(1, item.row());
    putItem.setString(2, id);
    putItem.setLong(3, item.version());
    setSeq(putItem, 4, item.seq());
    putItem.setInt(5, item.live() ? 1 : 0);
  }

  private void bind(String id, LearnerState learner) throws SQLException {
    putLearner.setInt(1, learner.row());
    putLearner.setString(2, id);
    setSeq(putLearner, 3, learner.profileSeq());
    putLearner.setInt(4, learner.personalised() ? 1 : 0);
    setSeq(putLearner, 5, learner.switched());
  }

  private void writeRule(String id, Optional<Said> said) throws SQLException {
    if (said.isPresent()) {
      putRule.setString(1, id);
      putRule.setLong(2, said.get().seq());
      putRule.executeUpdate();
    } else {
      deleteRule.setString(1, id);
      deleteRule.executeUpdate();
    }
  }

  private static void setInt(PreparedStatement statement, int index, OptionalInt value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setInt(index, value.getAsInt());
    } else {
      statement.setNull(index, Types.INTEGER);
    }
  }

  /** Numbers start at 1; 0 stands for none. */
  private static void setSeq(PreparedStatement statement, int index, long seq) throws SQLException {
    if (seq > 0) {
      statement.setLong(index, seq);
    } else {
      statement.setNull(index, Types.BIGINT);
    }
  }
}
