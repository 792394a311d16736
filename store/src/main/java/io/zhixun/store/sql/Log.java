package io.zhixun.store.sql;

import io.zhixun.corpus.Rule;
import io.zhixun.store.Entry;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads the sequence of changes, and the rules and terms that it leaves. */
final class Log {
  private final Reads reads;

  Log(Reads reads) {
    this.reads = reads;
  }

  long lastSeq() {
    return reads.with(handle -> handle.createQuery("SELECT seq FROM head").mapTo(Long.class).one());
  }

  /** Numbers have no gap, unless something was pruned. */
  List<Entry> after(long seq, int limit) {
    List<Entry> entries = entries(seq, limit);
    long expected = seq + entries.size();
    if (!entries.isEmpty() && entries.getLast().seq() != expected) {
      throw new StoreException(
          Code.PRUNED,
          "not all changes after " + seq + " are kept any more: start from a newer snapshot");
    }
    return entries;
  }

  private List<Entry> entries(long seq, int limit) {
    return reads.with(
        handle ->
            handle
                .createQuery(
                    "SELECT seq, accepted_at, body, kind FROM log"
                        + " WHERE seq > ? ORDER BY seq LIMIT ?")
                .bind(0, seq)
                .bind(1, limit)
                .map((row, _) -> entry(row, Kind.of(row.getString(4))))
                .list());
  }

  /** Events that still say something. */
  List<Entry> events(Instant acceptedFrom, long afterSeq, int limit) {
    return reads.with(
        handle ->
            handle
                .createQuery(
                    "SELECT seq, accepted_at, body FROM log WHERE seq > ? AND kind = 'event'"
                        + " AND body IS NOT NULL AND accepted_at >= ? ORDER BY seq LIMIT ?")
                .bind(0, afterSeq)
                .bind(1, acceptedFrom.toEpochMilli())
                .bind(2, limit)
                .map((row, _) -> entry(row, Kind.EVENT))
                .list());
  }

  /** An entry of a row that begins with number, time and content. */
  static Entry entry(ResultSet row, Kind kind) throws SQLException {
    long seq = row.getLong(1);
    return new Entry(
        seq, Instant.ofEpochMilli(row.getLong(2)), Content.recorded(kind, seq, row.getString(3)));
  }

  List<StoredTerm> terms(Term.Kind list) {
    return reads.with(
        handle ->
            handle
                .createQuery(
                    "SELECT t.version, l.seq, l.body FROM term t JOIN log l ON l.seq = t.seq"
                        + " WHERE t.list = ? AND t.live = 1 ORDER BY t.id")
                .bind(0, list.name())
                .map(
                    (row, _) ->
                        new StoredTerm(
                            Content.term(row.getLong(2), row.getString(3)),
                            row.getLong(1),
                            row.getLong(2)))
                .list());
  }

  List<Rule> rules() {
    return reads.with(
        handle ->
            handle
                .createQuery(
                    "SELECT l.seq, l.body FROM rule r JOIN log l ON l.seq = r.seq ORDER BY r.id")
                .map((row, _) -> Content.rule(row.getLong(1), row.getString(2)))
                .list());
  }
}
