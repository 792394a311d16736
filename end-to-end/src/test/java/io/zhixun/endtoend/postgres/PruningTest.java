package io.zhixun.endtoend.postgres;

import static io.zhixun.store.Samples.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.Pruned;
import io.zhixun.store.Retention;
import io.zhixun.store.Samples;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.postgres.PostgresStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What one server lets go of the log that others still need. */
@ExtendWith(NeedsPostgres.class)
class PruningTest {
  private static final Retention RETENTION =
      new Retention(Duration.ofDays(30), Duration.ofDays(10), Duration.ofDays(20));

  private final PostgresServer server;
  @TempDir private Path folder;

  PruningTest(PostgresServer server) {
    this.server = server;
  }

  @BeforeEach
  void fourVersionsOfAnItem() throws SQLException {
    server.empty();
    try (Store store = open("one", 0)) {
      for (String title : List.of("一", "二", "三", "四")) {
        store.submit(List.of(new Change.PutItem(item("a", title)))).join();
      }
    }
  }

  private Store open(String name, int daysLater) {
    return PostgresStore.open(
        folder.resolve(name),
        StoreSettings.DEFAULTS.withUrl(server.url()),
        InstantSource.fixed(Samples.NOON.plus(Duration.ofDays(daysLater))));
  }

  private static List<Long> numbers(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }

  @Test
  void whatAKeptSnapshotOfAnotherServerNeedsStays() {
    try (Store one = open("one", 11);
        Store two = open("two", 11)) {
      two.keepAfter(1);

      assertEquals(new Pruned(0, 1), one.prune(RETENTION, 4));
      assertEquals(List.of(2L, 3L, 4L), numbers(two.changesAfter(1, 100)));
      assertEquals(new Pruned(0, 2), two.prune(RETENTION, 3));

      assertEquals(List.of(4L), numbers(two.changesAfter(3, 100)));
      StoreException gone = assertThrows(StoreException.class, () -> one.changesAfter(1, 100));
      assertEquals(Code.PRUNED, gone.code());
    }
  }

  @Test
  void aServerWithoutASnapshotYetHoldsEverything() {
    try (Store one = open("one", 11);
        Store two = open("two", 11)) {
      two.keepAfter(0);

      assertEquals(new Pruned(0, 0), one.prune(RETENTION, 4));
    }
  }

  @Test
  void oneThatWasNotHeardOfForLongHoldsNothing() {
    try (Store two = open("two", 0)) {
      two.keepAfter(1);
    }
    try (Store one = open("one", 21)) {
      assertEquals(new Pruned(0, 3), one.prune(RETENTION, 4));
    }
  }

  @Test
  void theCopyOfADataFolderIsAnotherOne() throws Exception {
    Files.createDirectories(folder.resolve("two"));
    try (Store one = open("one", 11)) {
      one.keepAfter(1);
      for (String file : List.of("pepper", "folder-id")) {
        Files.copy(folder.resolve("one").resolve(file), folder.resolve("two").resolve(file));
      }
      try (Store two = open("two", 11)) {
        assertEquals(new Pruned(0, 1), two.prune(RETENTION, 4));
      }
    }
  }
}
