package io.zhixun.store.sql;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.LearnerSettings;
import io.zhixun.store.UserSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Reads what the record has of learners. */
final class Learners {
  private static final String EVENTS =
      "SELECT l.seq, l.accepted_at, l.body FROM log l"
          + " WHERE l.learner = (SELECT row FROM learner WHERE id = ?) AND l.kind = 'event'"
          + " AND l.body IS NOT NULL AND l.seq < ? ORDER BY l.seq DESC LIMIT ?";

  private final Reads reads;

  Learners(Reads reads) {
    this.reads = reads;
  }

  OptionalInt row(UserId id) {
    Optional<Integer> row =
        reads.with(
            handle ->
                handle
                    .createQuery("SELECT row FROM learner WHERE id = ?")
                    .bind(0, id.value())
                    .mapTo(Integer.class)
                    .findOne());
    return row.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  Optional<UserProfile> profile(UserId id) {
    return reads.with(
        handle ->
            handle
                .createQuery(
                    "SELECT l.seq, l.body FROM learner p JOIN log l ON l.seq = p.profile"
                        + " WHERE p.id = ?")
                .bind(0, id.value())
                .map((row, _) -> Content.profile(row.getLong(1), row.getString(2)))
                .findOne());
  }

  LearnerSettings settings(UserId id) {
    return reads.with(
        handle ->
            handle
                .createQuery("SELECT row, personalised FROM learner WHERE id = ?")
                .bind(0, id.value())
                .map((row, _) -> settings(handle, row.getInt(1), row.getInt(2) == 1))
                .findOne()
                .orElse(LearnerSettings.DEFAULTS));
  }

  /** What was hidden or forgotten is a fold of the few entries that say so. */
  private static LearnerSettings settings(Handle handle, int row, boolean personalised) {
    Set<String> hidden = new TreeSet<>();
    handle
        .createQuery(
            "SELECT seq, body FROM log WHERE learner = ? AND kind = 'tag' AND body IS NOT NULL"
                + " ORDER BY seq")
        .bind(0, row)
        .map((tag, _) -> Content.tag(tag.getLong(1), tag.getString(2)))
        .forEach(
            tag -> {
              if (tag.hidden()) {
                hidden.add(tag.tag());
              } else {
                hidden.remove(tag.tag());
              }
            });
    boolean forgetful =
        handle
                .createQuery(
                    "SELECT count(*) FROM log WHERE learner = ? AND kind = 'events-forgotten'")
                .bind(0, row)
                .mapTo(Long.class)
                .one()
            > 0;
    return new LearnerSettings(personalised, hidden, forgetful);
  }

  /** The newest events, in order of acceptance. */
  List<Event> events(UserId id, int newest) {
    return reads
        .with(
            handle ->
                handle
                    .createQuery(EVENTS)
                    .bind(0, id.value())
                    .bind(1, Long.MAX_VALUE)
                    .bind(2, newest)
                    .map((row, _) -> Content.event(row.getLong(1), row.getString(3), id))
                    .list())
        .reversed();
  }

  /** Newest first. */
  List<Entry> history(UserId id, long beforeSeq, int limit) {
    return reads.with(
        handle ->
            handle
                .createQuery(EVENTS)
                .bind(0, id.value())
                .bind(1, beforeSeq)
                .bind(2, limit)
                .map((row, _) -> entry(row, id))
                .list());
  }

  private static Entry entry(ResultSet row, UserId id) throws SQLException {
    long seq = row.getLong(1);
    return new Entry(
        seq,
        Instant.ofEpochMilli(row.getLong(2)),
        new Change.AppendEvent(Content.event(seq, row.getString(3), id)));
  }

  List<UserSummary> users(Optional<UserId> after, int limit) {
    return reads.with(
        handle ->
            handle
                .createQuery(
                    "SELECT p.id, (SELECT count(*) FROM log l"
                        + " WHERE l.learner = p.row AND l.kind = 'event' AND l.body IS NOT NULL)"
                        + " FROM learner p WHERE p.id > ? ORDER BY p.id LIMIT ?")
                .bind(0, after.map(UserId::value).orElse(""))
                .bind(1, limit)
                .map((row, _) -> new UserSummary(new UserId(row.getString(1)), row.getLong(2)))
                .list());
  }
}
