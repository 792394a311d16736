package io.zhixun.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.zhixun.store.Archive;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All tables as lines: {@code ["zhixun-record", version]}, then {@code ["head", …]}, then one line
 * a row, its table first and its columns in the order below. The log comes before what points to
 * it.
 */
final class SqlArchive implements Archive {
  private static final String MAGIC = "zhixun-record";
  private static final int VERSION = 1;
  private static final int BATCH = 1_000;
  private static final JsonMapper JSON = new JsonMapper();

  private static final Table HEAD = new Table("head", "seq, item_rows, learner_rows, pruned");
  private static final List<Table> TABLES =
      List.of(
          new Table(
              "log",
              "seq, accepted_at, kind, event_id, learner, body, item, version, batch, visitor"),
          new Table("item", "row, id, version, seq, live"),
          new Table("learner", "row, id, profile, personalised, switched"),
          new Table("rule", "id, seq"),
          new Table("term", "id, list, version, seq, live"),
          new Table(
              "api_key",
              "id, name, role, learner, secret_hash, created_at, expires_at, revoked_at,"
                  + " last_used_at"),
          new Table("account", "name, role, password_hash, created_at, ended_at"),
          new Table("erasure", "receipt, erased_at, seq, learner, digest, counts"),
          new Table("audit", "id, at, who, action, subject, before_seq, after_seq, detail"),
          new Table("job", "id, kind, state, progress, detail, created_at, updated_at"));

  private final Reads reads;
  private final TaskQueue tasks;

  private record Table(String name, String columns) {
    String select() {
      return "SELECT " + columns + " FROM " + name;
    }

    int width() {
      return columns.split(",").length;
    }

    String insert() {
      return "INSERT INTO "
          + name
          + " ("
          + columns
          + ") VALUES ("
          + String.join(", ", Collections.nCopies(width(), "?"))
          + ")";
    }
  }

  SqlArchive(Reads reads, TaskQueue tasks) {
    this.reads = reads;
    this.tasks = tasks;
  }

  @Override
  public Contents writeTo(Writer out) throws IOException {
    try {
      return reads.consistently(handle -> write(handle.getConnection(), out));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static Contents write(Connection connection, Writer out) throws SQLException {
    line(out, array(MAGIC).add(VERSION));
    long seq = 0;
    Map<String, Long> rows = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(BATCH);
      try (ResultSet row = statement.executeQuery(HEAD.select())) {
        row.next();
        seq = row.getLong(1);
        line(out, values(HEAD, row));
      }
      for (Table table : TABLES) {
        rows.put(table.name(), write(statement, table, out));
      }
    }
    return new Contents(seq, rows);
  }

  private static long write(Statement statement, Table table, Writer out) throws SQLException {
    long written = 0;
    try (ResultSet row = statement.executeQuery(table.select())) {
      while (row.next()) {
        line(out, values(table, row));
        written++;
      }
    }
    return written;
  }

  private static ArrayNode array(String first) {
    return JsonNodeFactory.instance.arrayNode().add(first);
  }

  private static ArrayNode values(Table table, ResultSet row) throws SQLException {
    ArrayNode line = array(table.name());
    for (int column = 1; column <= table.width(); column++) {
      switch (row.getObject(column)) {
        case null -> line.addNull();
        case Double number -> line.add(number);
        case Number number -> line.add(number.longValue());
        case Object text -> line.add(text.toString());
      }
    }
    return line;
  }

  private static void line(Writer out, ArrayNode line) {
    try {
      out.write(line.toString());
      out.write('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Contents readFrom(BufferedReader in) {
    return TaskQueue.ask(
        tasks,
        (connection, head, _) -> {
          if (!head.equals(new Head(0, 0, 0))) {
            throw new StoreException(
                Code.REFUSED, "only an empty record can be filled, this one is at " + head.seq());
          }
          return read(connection, new Lines(in));
        });
  }

  /** The lines of an archive, with what can be wrong with them. */
  private record Lines(BufferedReader in) {
    JsonNode next() {
      try {
        String line = in.readLine();
        return line == null ? JsonNodeFactory.instance.missingNode() : JSON.readTree(line);
      } catch (JsonProcessingException broken) {
        throw damaged("a line is no JSON: " + broken.getOriginalMessage());
      } catch (IOException broken) {
        throw damaged(broken.getMessage());
      }
    }

    JsonNode next(Table table) {
      JsonNode line = next();
      if (!line.path(0).asText().equals(table.name()) || line.size() != table.width() + 1) {
        throw damaged("a line of " + table.name() + " was expected, got " + line);
      }
      return line;
    }
  }

  private static StoreException damaged(String detail) {
    return new StoreException(Code.DAMAGED, "the archive cannot be read: " + detail);
  }

  private static Task.Worked<Contents> read(Connection connection, Lines lines)
      throws SQLException {
    JsonNode magic = lines.next();
    if (!magic.path(0).asText().equals(MAGIC) || magic.path(1).asInt() != VERSION) {
      throw new StoreException(
          Code.REFUSED,
          "an archive of version "
              + VERSION
              + " was expected, got "
              + magic
              + ": read it with the version that wrote it");
    }
    JsonNode head = lines.next(HEAD);
    setPruned(connection, head.get(4).asLong());
    Map<String, Long> rows = new TreeMap<>();
    JsonNode line = lines.next();
    for (Table table : TABLES) {
      line = read(connection, new Filling(table, lines, rows), line);
    }
    if (!line.isMissingNode()) {
      throw damaged("nothing was expected any more, got " + line.path(0));
    }
    Head after = new Head(head.get(1).asLong(), head.get(2).asInt(), head.get(3).asInt());
    return new Task.Worked<>(after, new Contents(after.seq(), rows));
  }

  private static void setPruned(Connection connection, long pruned) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement("UPDATE head SET pruned = ?")) {
      update.setLong(1, pruned);
      update.executeUpdate();
    }
  }

  private record Filling(Table table, Lines lines, Map<String, Long> rows) {}

  /** Reads the rows of one table; the first line that is of another. */
  private static JsonNode read(Connection connection, Filling filling, JsonNode first)
      throws SQLException {
    Table table = filling.table();
    JsonNode line = first;
    long read = 0;
    try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
      while (line.path(0).asText().equals(table.name())) {
        if (line.size() != table.width() + 1) {
          throw damaged("a line of " + table.name() + " has " + line.size() + " values");
        }
        for (int column = 1; column <= table.width(); column++) {
          bind(insert, column, line.get(column));
        }
        insert.addBatch();
        read++;
        if (read % BATCH == 0) {
          insert.executeBatch();
        }
        line = filling.lines().next();
      }
      insert.executeBatch();
    }
    filling.rows().put(table.name(), read);
    return line;
  }

  private static void bind(PreparedStatement insert, int column, JsonNode value)
      throws SQLException {
    if (value.isNull()) {
      insert.setNull(column, Types.NULL);
    } else if (value.isIntegralNumber()) {
      insert.setLong(column, value.asLong());
    } else if (value.isNumber()) {
      insert.setDouble(column, value.asDouble());
    } else {
      insert.setString(column, value.asText());
    }
  }
}
