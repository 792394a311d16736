package io.zhixun.store.sql;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rows;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Reads everything as of one number. Rows come from the database in order, one thread; turning
 * their text into values costs more, so blocks of them are handed to all processors.
 */
final class CorpusReader {
  private static final int BLOCK = 8_192;

  private static final String ITEMS =
      "SELECT l.seq, l.body, NULL FROM item i JOIN log l ON l.seq = i.seq WHERE i.live = 1 ORDER BY"
          + " i.row";
  private static final String EVENTS =
      "SELECT l.seq, l.body, p.id FROM log l"
          + " LEFT JOIN learner p ON p.row = l.learner AND l.visitor IS NOT NULL"
          + " WHERE l.kind = 'event' AND l.body IS NOT NULL ORDER BY l.seq";
  private static final String PROFILES =
      "SELECT l.seq, l.body, NULL FROM learner p JOIN log l ON l.seq = p.profile ORDER BY p.row";

  private final Reads reads;

  CorpusReader(Reads reads) {
    this.reads = reads;
  }

  Corpus read() {
    return reads.consistently(CorpusReader::read);
  }

  private static Corpus read(Handle handle) throws SQLException {
    Connection connection = handle.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(BLOCK);
      Head head = head(statement);
      List<Item> items = values(statement, ITEMS, text -> Content.item(text.seq(), text.body()));
      List<Event> events = values(statement, EVENTS, CorpusReader::event);
      List<UserProfile> profiles =
          values(statement, PROFILES, text -> Content.profile(text.seq(), text.body()));
      return new Corpus(
          head.seq(),
          items,
          events,
          profiles,
          rows(statement, "SELECT id, row FROM item", ItemId::new, head.itemRows()),
          rows(statement, "SELECT id, row FROM learner", UserId::new, head.learnerRows()));
    }
  }

  private static Head head(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT seq, item_rows, learner_rows FROM head")) {
      if (!row.next()) {
        throw Content.damaged(0, "the table head is empty");
      }
      return new Head(row.getLong(1), row.getInt(2), row.getInt(3));
    }
  }

  private static Event event(Text text) {
    return text.owner()
        .map(owner -> Content.event(text.seq(), text.body(), new UserId(owner)))
        .orElseGet(() -> Content.event(text.seq(), text.body()));
  }

  /**
   * @param owner the learner whose event it is now, when it was a visitor's
   */
  private record Text(long seq, String body, Optional<String> owner) {}

  private static <T> List<T> values(Statement statement, String sql, Function<Text, T> reader)
      throws SQLException {
    List<T> values = new ArrayList<>();
    List<Text> block = new ArrayList<>(BLOCK);
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        block.add(
            new Text(rows.getLong(1), rows.getString(2), Optional.ofNullable(rows.getString(3))));
        if (block.size() == BLOCK) {
          values.addAll(block.parallelStream().map(reader).toList());
          block.clear();
        }
      }
    }
    values.addAll(block.parallelStream().map(reader).toList());
    return values;
  }

  private static <K> Rows<K> rows(Statement statement, String sql, Function<String, K> id, int size)
      throws SQLException {
    Map<K, Integer> numbers = new HashMap<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        numbers.put(id.apply(rows.getString(1)), rows.getInt(2));
      }
    }
    return new Rows<>(numbers, size);
  }
}
