package io.zhixun.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.store.Change.MergeVisitor;
import io.zhixun.store.ItemVersion;
import io.zhixun.store.Outcome.Accepted;
import io.zhixun.store.Samples;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that an earlier version wrote. */
class MigrationTest {
  @TempDir private Path folder;

  private void writeByTheFirstVersion() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve(SqliteDatabase.FILE);
    Flyway.configure()
        .dataSource(url, "", "")
        .locations(Schema.MIGRATIONS)
        .loggers("slf4j")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      for (String title : List.of("一", "二")) {
        sql.executeUpdate(
            "INSERT INTO log (seq, accepted_at, kind, body) VALUES"
                + " ((SELECT count(*) + 1 FROM log), 0, 'item',"
                + " '{\"id\":\"a\",\"format\":\"COURSE\",\"title\":\""
                + title
                + "\"}')");
      }
      sql.executeUpdate(
          "INSERT INTO log VALUES (3, 0, 'item-deleted', NULL, NULL, '{\"id\":\"a\"}')");
      sql.executeUpdate(
          "INSERT INTO log VALUES (4, 0, 'event', 'e1', NULL, '{\"event\":\"click\",\"id\":\"e1\","
              + "\"timestamp\":\"2026-11-24T12:00:00Z\",\"visitor\":\"v\",\"item\":\"a\"}')");
      sql.executeUpdate("INSERT INTO item VALUES (0, 'a', 3, 3, 0)");
      sql.executeUpdate("UPDATE head SET seq = 4, item_rows = 1");
    }
  }

  @Test
  void historyAndVisitorsOfTheFirstVersionAreKnownToThisOne() throws SQLException {
    writeByTheFirstVersion();

    try (Store store =
        SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.fixed(Samples.NOON))) {
      List<ItemVersion> versions = store.versions(new ItemId("a"), Long.MAX_VALUE, 9);
      assertEquals(List.of(3L, 2L, 1L), versions.stream().map(ItemVersion::version).toList());
      assertEquals("二", versions.get(1).item().orElseThrow().text().title());
      assertEquals(
          new Accepted(5, 1),
          store
              .submit(List.of(new MergeVisitor(new VisitorId("v"), new UserId("u"))))
              .join()
              .outcomes()
              .getFirst());
      assertEquals(1, store.eventsOf(new UserId("u")).size());
    }
  }
}
