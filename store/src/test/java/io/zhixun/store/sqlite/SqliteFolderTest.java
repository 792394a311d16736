package io.zhixun.store.sqlite;

import static io.zhixun.store.Samples.click;
import static io.zhixun.store.Samples.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.ItemId;
import io.zhixun.store.Change;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Change.PutItem;
import io.zhixun.store.Outcome.Accepted;
import io.zhixun.store.Samples;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.WriteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is SQLite's own: files, pragmas, locks and failures. */
class SqliteFolderTest {
  @TempDir private Path folder;

  private Store open(String... writerPragmas) {
    StoreSettings settings =
        new StoreSettings("sqlite", 2, 64, Duration.ofMillis(150), Duration.ofMillis(20));
    return SqliteStore.open(
        folder, settings, InstantSource.fixed(Samples.NOON), List.of(writerPragmas));
  }

  private Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("zhixun.db"));
  }

  private static Code failure(CompletableFuture<WriteResult> result) {
    CompletionException failed = assertThrows(CompletionException.class, result::join);
    return ((StoreException) failed.getCause()).code();
  }

  private static List<Change> events(String prefix, int count) {
    List<Change> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(new AppendEvent(click(prefix + i, "u" + i, "i" + i)));
    }
    return events;
  }

  @Test
  void everyConnectionForcesWhatItCommitsToTheDisk() throws SQLException {
    open().close();
    SqliteDatabase database = new SqliteDatabase(folder, Duration.ofSeconds(5), List.of());

    try (Connection writer = database.openWriter();
        Connection reader = database.openReader()) {
      for (Connection connection : List.of(writer, reader)) {
        assertEquals("wal", pragma(connection, "journal_mode"));
        assertEquals("2", pragma(connection, "synchronous")); // FULL
        assertEquals("1", pragma(connection, "foreign_keys"));
      }
      assertEquals("1", pragma(writer, "secure_delete"));
      assertEquals("20", pragma(writer, "busy_timeout"));
      assertEquals("5000", pragma(reader, "busy_timeout"));
      assertEquals("1", pragma(reader, "query_only"));
      assertEquals("0", pragma(writer, "query_only"));
    }
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.getString(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"log WHEN NEW.event_id LIKE 'bad%'", "learner WHEN NEW.id = 'bad'"})
  void aRowThatIsRefusedFailsItsCallerAlone(String rows) throws SQLException {
    open().close();
    try (Connection connection = raw();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TRIGGER refuse BEFORE INSERT ON %s BEGIN SELECT RAISE(ABORT, 'not this one'); END"
              .formatted(rows));
    }

    try (Store store = open()) {
      List<CompletableFuture<WriteResult>> results = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        List<Change> changes = events("good" + i + "-", 3);
        if (i % 3 == 1) {
          changes.add(2, new AppendEvent(click("bad" + i, "bad", "bad")));
        }
        results.add(store.submit(changes));
      }

      for (int i = 0; i < 30; i++) {
        if (i % 3 == 1) {
          assertEquals(Code.REFUSED, failure(results.get(i)));
        } else {
          assertEquals(3, results.get(i).join().outcomes().size());
        }
      }
      assertEquals(60, store.lastSeq());
      assertEquals(60, store.changesAfter(0, 100).size());
      assertEquals(Optional.empty(), store.itemRow(new ItemId("bad")).stream().boxed().findAny());
      assertEquals(List.of(60L), List.of(store.corpus().seq()));
    }
  }

  @Test
  void aFullDatabaseRefusesWritesAndGoesOnReading() {
    try (Store store = open()) {
      store.submit(events("e", 100)).join();
    }

    try (Store store = open("max_page_count = 60")) {
      StoreException full = fill(store);

      assertEquals(Code.FULL, full.code());
      assertTrue(full.getMessage().contains("free some"));
      long last = store.lastSeq();
      assertTrue(last >= 100);
      assertEquals(last, store.changesAfter(0, Integer.MAX_VALUE).size());
    }
    try (Store store = open()) {
      long last = store.lastSeq();
      WriteResult result = store.submit(events("after", 1)).join();
      assertEquals(last + 1, result.seq());
    }
  }

  private static StoreException fill(Store store) {
    for (int i = 0; i < 1_000; i++) {
      try {
        store.submit(events("more" + i + "-", 50)).join();
      } catch (CompletionException failed) {
        return (StoreException) failed.getCause();
      }
    }
    throw new AssertionError("the database never became full");
  }

  @Test
  void aLockHeldByAnotherProcessIsWaitedForAndThenReported() throws SQLException {
    try (Store store = open();
        Connection other = raw();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertEquals(Code.LOCKED, failure(store.submit(events("e", 1))));
      assertEquals(0, store.lastSeq());

      statement.execute("ROLLBACK");
      assertEquals(1, store.submit(events("e", 1)).join().seq());
    }
  }

  @Test
  void moreCallersThanMayWaitAreRefused() throws SQLException {
    try (Store store = open();
        Connection other = raw();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      List<CompletableFuture<WriteResult>> results = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        results.add(store.submit(events("e" + i + "-", 1)));
      }
      statement.execute("ROLLBACK");

      long refused =
          results.stream()
              .filter(CompletableFuture::isCompletedExceptionally)
              .filter(result -> failure(result) == Code.OVERLOADED)
              .count();
      assertTrue(refused >= 400, "refused " + refused);
    }
  }

  @Test
  void theHolderOfAWriteLockDoesNotDisturbReaders() throws SQLException {
    try (Store store = open();
        Connection other = raw();
        Statement statement = other.createStatement()) {
      store.submit(List.of(new PutItem(item("a", "一")))).join();
      statement.execute("BEGIN IMMEDIATE");

      assertTrue(store.item(new ItemId("a")).isPresent());
      assertEquals(1, store.corpus().items().size());
      statement.execute("ROLLBACK");
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsReported() throws IOException {
    Files.writeString(folder.resolve("zhixun.db"), "hello ".repeat(10_000));

    StoreException damaged = assertThrows(StoreException.class, this::open);

    assertEquals(Code.DAMAGED, damaged.code());
    assertTrue(damaged.getMessage().contains("restore a backup"), damaged.getMessage());
  }

  @Test
  void contentThatWasTamperedWithIsNamedByItsNumber() throws SQLException {
    try (Store store = open()) {
      store.submit(events("e", 3)).join();
      try (Connection connection = raw();
          Statement statement = connection.createStatement()) {
        statement.execute("UPDATE log SET body = '{\"event\":\"click\"}' WHERE seq = 2");
      }

      StoreException damaged = assertThrows(StoreException.class, () -> store.changesAfter(0, 10));
      assertEquals(Code.DAMAGED, damaged.code());
      assertTrue(damaged.getMessage().startsWith("change 2 "), damaged.getMessage());
    }
  }

  @Test
  void aRecordOfANewerVersionIsLeftAlone() throws SQLException {
    open().close();
    try (Connection connection = raw();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script,"
              + " checksum, installed_by, installed_on, execution_time, success"
              + " FROM flyway_schema_history WHERE installed_rank = 1");
    }

    assertEquals(Code.NEWER_SCHEMA, assertThrows(StoreException.class, this::open).code());
  }

  @Test
  void theVersionInTheCodeIsThatOfTheLastMigration() {
    Flyway flyway =
        Flyway.configure()
            .dataSource("jdbc:sqlite:" + folder.resolve("empty.db"), "", "")
            .locations(Schema.MIGRATIONS)
            .load();

    assertEquals(
        Schema.VERSION,
        Integer.parseInt(
            flyway.info().pending()[flyway.info().pending().length - 1].getVersion().getVersion()));
  }

  @Test
  void theFolderIsMadeWithItsParents() {
    Path deep = folder.resolve("a/b/数据");

    try (Store store =
        SqliteStore.open(deep, StoreSettings.DEFAULTS, InstantSource.fixed(Samples.NOON))) {
      assertEquals(
          List.of(new Accepted(1, 1)),
          store.submit(List.of(new PutItem(item("a", "一")))).join().outcomes());
    }
  }

  @Test
  void aFileInTheFoldersPlaceIsReported() throws IOException {
    folder = Files.writeString(folder.resolve("file"), "x");

    assertEquals(Code.UNAVAILABLE, assertThrows(StoreException.class, this::open).code());
  }
}
