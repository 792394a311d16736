package io.zhixun.endtoend.postgres;

import static io.zhixun.store.Samples.click;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.store.Change;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Entry;
import io.zhixun.store.Samples;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.WriteResult;
import io.zhixun.store.postgres.PostgresStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several writers, whose transactions overlap, and readers who must not miss anything. */
@ExtendWith(NeedsPostgres.class)
class WritersTest {
  private static final int EVENTS = 1_500;

  private final PostgresServer server;
  @TempDir private Path folder;

  WritersTest(PostgresServer server) {
    this.server = server;
  }

  @BeforeEach
  void empty() throws SQLException {
    server.empty();
  }

  private Store open() {
    return PostgresStore.open(
        folder, StoreSettings.DEFAULTS.withUrl(server.url()), InstantSource.fixed(Samples.NOON));
  }

  private static Change event(String id) {
    return new AppendEvent(click(id, "u", "a"));
  }

  private static List<Long> numbers(List<Entry> entries) {
    return entries.stream().map(Entry::seq).toList();
  }

  /** A writer that was first to take a number and is last to commit. */
  @Test
  void aNumberIsNotSeenBeforeAllLowerOnesAre() throws Exception {
    try (Store store = open();
        Store reader = open();
        Connection slow = server.connect();
        Statement sql = slow.createStatement()) {
      store.submit(List.of(event("e1"))).join();
      slow.setAutoCommit(false);
      takeNumberTwo(sql);

      CompletableFuture<WriteResult> quick = store.submit(List.of(event("e3")));
      assertThrows(TimeoutException.class, () -> quick.get(300, TimeUnit.MILLISECONDS));
      assertEquals(List.of(1L), numbers(reader.changesAfter(0, 10)));
      slow.commit();

      assertEquals(3, quick.join().seq());
      assertEquals(List.of(1L, 2L, 3L), numbers(reader.changesAfter(0, 10)));
    }
  }

  @Test
  void aWriterThatGivesUpLeavesNoGap() throws Exception {
    try (Store store = open();
        Connection slow = server.connect();
        Statement sql = slow.createStatement()) {
      store.submit(List.of(event("e1"))).join();
      slow.setAutoCommit(false);
      takeNumberTwo(sql);
      CompletableFuture<WriteResult> quick = store.submit(List.of(event("e3")));

      slow.rollback();

      assertEquals(2, quick.join().seq());
      assertEquals(List.of(1L, 2L), numbers(store.changesAfter(0, 10)));
    }
  }

  private static void takeNumberTwo(Statement sql) throws SQLException {
    sql.execute("SELECT 1 FROM head FOR UPDATE");
    sql.execute(
        "INSERT INTO log (seq, accepted_at, kind, body)"
            + " VALUES (2, 0, 'rule-deleted', '{\"id\":\"r\"}')");
    sql.execute("UPDATE head SET seq = 2");
  }

  @Test
  void whoeverFollowsTheNumbersOfTwoBusyWritersMissesNothing() throws Exception {
    long seed = Long.getLong("zhixun.seed", System.nanoTime());
    try (Store one = open();
        Store two = open();
        Store reader = open();
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers =
          List.of(
              executor.submit(() -> write(one, "a", new Random(seed))),
              executor.submit(() -> write(two, "b", new Random(seed + 1))));

      List<Long> followed = new ArrayList<>();
      while (followed.size() < 2 * EVENTS) {
        long last = followed.isEmpty() ? 0 : followed.getLast();
        long now = reader.awaitChange(last, Duration.ofSeconds(20));
        assertTrue(now > last, "a writer stopped; replay with -Dzhixun.seed=" + seed);
        followed.addAll(numbers(reader.changesAfter(last, 1_000)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }

      assertEquals(
          LongStream.rangeClosed(1, 2 * EVENTS).boxed().toList(),
          followed,
          "replay with -Dzhixun.seed=" + seed);
    }
  }

  /** Calls of 1 to 20 events, several under way at a time. */
  private static void write(Store store, String prefix, Random random) {
    List<CompletableFuture<WriteResult>> underWay = new ArrayList<>();
    int written = 0;
    while (written < EVENTS) {
      List<Change> call = new ArrayList<>();
      for (int i = random.nextInt(20); i >= 0 && written < EVENTS; i--) {
        call.add(event(prefix + written));
        written++;
      }
      underWay.add(store.submit(call));
      if (underWay.size() > 8) {
        underWay.removeFirst().join();
      }
    }
    underWay.forEach(CompletableFuture::join);
  }
}
