package io.zhixun.store.sql;

import io.zhixun.store.Term;
import io.zhixun.store.sql.Known.Said;
import io.zhixun.store.sql.Known.TermState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** The statements for rules, terms and the audit; as {@link Tables}, of which it is a part. */
final class EditTables {
  private static final String PUT_TERM =
      "INSERT INTO term (id, list, version, seq, live) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET"
          + " version = excluded.version, seq = excluded.seq, live = excluded.live";

  private final PreparedStatement rules;
  private final PreparedStatement terms;
  private final PreparedStatement putRule;
  private final PreparedStatement deleteRule;
  private final Inserter putTerm;
  private final Inserter audit;

  EditTables(Session session, String inTexts) throws SQLException {
    rules =
        session.prepare(
            "SELECT r.id, l.seq, l.body FROM rule r JOIN log l ON l.seq = r.seq WHERE r.id "
                + inTexts);
    terms =
        session.prepare(
            "SELECT t.id, t.list, t.version, t.seq, t.live, l.body"
                + " FROM term t JOIN log l ON l.seq = t.seq WHERE t.id "
                + inTexts);
    putRule =
        session.prepare(
            "INSERT INTO rule (id, seq) VALUES (?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET seq = excluded.seq");
    deleteRule = session.prepare("DELETE FROM rule WHERE id = ?");
    putTerm = new Inserter(session, PUT_TERM);
    audit = new Inserter(session, SqlAudit.INSERT);
  }

  void load(Mentions mentions, Known known) throws SQLException {
    Tables.look(rules, mentions.rules(), row -> known.loadRule(row.getString(1), Tables.said(row)));
    Tables.look(terms, mentions.terms(), row -> known.loadTerm(row.getString(1), term(row)));
  }

  /** Who changed what, of those changes that somebody is named for. */
  void write(List<Tables.Stamped> log) throws SQLException {
    List<Tables.Stamped> edits =
        log.stream()
            .filter(row -> row.stamp().who().isPresent() && row.row().edit().isPresent())
            .toList();
    audit.all(edits, (statement, row) -> bindAudit(statement, row.row(), row.stamp()));
  }

  void write(Known known) throws SQLException {
    putTerm.all(
        known.changedTerms(), (statement, id) -> bind(statement, id, known.term(id).orElseThrow()));
    for (String id : known.changedRules()) {
      writeRule(id, known.rule(id));
    }
  }

  private static TermState term(ResultSet row) throws SQLException {
    return new TermState(
        Term.Kind.valueOf(row.getString(2)),
        row.getLong(3),
        row.getLong(4),
        row.getInt(5) == 1,
        row.getString(6));
  }

  private static void bind(PreparedStatement put, String id, TermState term) throws SQLException {
    put.setString(1, id);
    put.setString(2, term.list().name());
    put.setLong(3, term.version());
    put.setLong(4, term.seq());
    put.setInt(5, term.live() ? 1 : 0);
  }

  private static void bindAudit(PreparedStatement insert, LogRow row, Tables.Stamp stamp)
      throws SQLException {
    LogRow.Edit edit = row.edit().orElseThrow();
    insert.setLong(1, stamp.acceptedAtMillis());
    insert.setString(2, stamp.who().orElseThrow());
    insert.setString(3, row.kind().text());
    insert.setString(4, edit.subject());
    Tables.setSeq(insert, 5, edit.before());
    insert.setLong(6, row.seq());
    insert.setNull(7, Types.VARCHAR);
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
}
