package io.zhixun.endtoend.postgres;

import static io.zhixun.store.Samples.click;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Entry;
import io.zhixun.store.Outcome;
import io.zhixun.store.Samples;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.WriteResult;
import io.zhixun.store.postgres.PostgresStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server that goes away and comes back. */
@ExtendWith(NeedsPostgres.class)
class ServerAwayTest {
  private final PostgresServer server;
  @TempDir private Path folder;

  ServerAwayTest(PostgresServer server) {
    this.server = server;
  }

  @BeforeEach
  void empty() throws SQLException {
    server.empty();
  }

  private Store open(String url) {
    return PostgresStore.open(
        folder, StoreSettings.DEFAULTS.withUrl(url), InstantSource.fixed(Samples.NOON));
  }

  private static WriteResult put(Store store, String event) {
    return store.submit(List.of(new AppendEvent(click(event, "u", "a")))).join();
  }

  private static Code failure(Store store, String event) {
    CompletionException failed = assertThrows(CompletionException.class, () -> put(store, event));
    return ((StoreException) failed.getCause()).code();
  }

  @Test
  void whileItIsAwayCallsFailAndWhenItIsBackAllIsAsBefore() throws Exception {
    try (Cable cable = new Cable(server.port());
        Store store = open(server.url(cable.port()))) {
      put(store, "e1");

      cable.cut();
      assertEquals(Code.UNAVAILABLE, failure(store, "e2"));
      assertEquals(Code.UNAVAILABLE, failure(store, "e2"));
      assertEquals(Code.UNAVAILABLE, assertThrows(StoreException.class, store::lastSeq).code());

      cable.mend();
      assertEquals(2, put(store, "e2").seq());
      assertEquals(2, store.lastSeq());
      assertEquals(2, store.changesAfter(0, 10).size());
    }
  }

  @Test
  void connectionsThatTheServerEndedAreReplacedUnnoticed() throws Exception {
    try (Store store = open(server.url())) {
      put(store, "e1");
      store.lastSeq();

      server.run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'zhixun'");

      assertEquals(1, store.lastSeq());
      assertEquals(2, put(store, "e2").seq());
    }
  }

  /** Cut again and again while somebody writes: each event that is sent until it counts is once. */
  @Test
  void whateverIsSentAgainUntilItIsAcceptedCountsOnce() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    try (Cable cable = new Cable(server.port());
        Store store = open(server.url(cable.port()))) {
      for (int round = 0; round < 8; round++) {
        Thread.Builder.OfVirtual breaker = Thread.ofVirtual();
        Thread cutter = breaker.start(() -> cutAndMend(cable));
        for (int i = 0; i < 20; i++) {
          String event = "e" + round + "-" + i;
          sendUntilAccepted(store, event);
          acknowledged.add(event);
        }
        cutter.join();
      }
    }
    try (Store store = open(server.url())) {
      List<String> kept =
          store.changesAfter(0, 1_000).stream().map(ServerAwayTest::eventId).toList();
      assertEquals(acknowledged, new HashSet<>(kept));
      assertEquals(acknowledged.size(), kept.size());
    }
  }

  private static String eventId(Entry entry) {
    return ((AppendEvent) entry.change()).event().id();
  }

  private static void sendUntilAccepted(Store store, String event) {
    while (true) {
      try {
        Outcome outcome = put(store, event).outcomes().getFirst();
        if (!(outcome instanceof Outcome.Accepted)) {
          assertInstanceOf(Outcome.Duplicate.class, outcome);
        }
        return;
      } catch (CompletionException failed) {
        assertEquals(Code.UNAVAILABLE, ((StoreException) failed.getCause()).code());
      }
    }
  }

  private static void cutAndMend(Cable cable) {
    try {
      Thread.sleep(5);
      cable.cut();
      Thread.sleep(20);
      cable.mend();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
