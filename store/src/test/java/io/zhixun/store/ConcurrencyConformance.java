package io.zhixun.store;

import static io.zhixun.store.Samples.click;
import static io.zhixun.store.Samples.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Change.DeleteItem;
import io.zhixun.store.Change.PutItem;
import io.zhixun.store.Change.SetPersonalisation;
import io.zhixun.store.Outcome.Accepted;
import io.zhixun.store.Outcome.Conflict;
import io.zhixun.store.Outcome.Duplicate;
import io.zhixun.store.Outcome.VersionMismatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many callers, several stores on one database, and those who follow. */
abstract class ConcurrencyConformance extends StoreFixture {
  private static final int CALLERS = 32;
  private static final int CALLS = 10;

  @Test
  void numbersAreFreeOfGapsUnderManyCallers() throws Exception {
    List<CompletableFuture<WriteResult>> results = callAll(List.of(store));

    List<Entry> entries = store.changesAfter(0, Integer.MAX_VALUE);
    assertEquals(CALLERS * CALLS * 2, entries.size());
    assertGapFree(entries);
    for (CompletableFuture<WriteResult> result : results) {
      for (Outcome outcome : result.join().outcomes()) {
        long seq = ((Accepted) outcome).seq();
        assertTrue(seq <= result.join().seq());
      }
    }
  }

  @Test
  void twoStoresOnOneDatabaseShareOneSequence() throws Exception {
    try (Store other = open()) {
      callAll(List.of(store, other));

      assertEquals(CALLERS * CALLS * 2, other.lastSeq());
      assertGapFree(store.changesAfter(0, Integer.MAX_VALUE));
      assertEquals(
          store.changesAfter(0, Integer.MAX_VALUE), other.changesAfter(0, Integer.MAX_VALUE));
    }
  }

  /** Every caller makes calls of two events, to each of the stores in turn. */
  private static List<CompletableFuture<WriteResult>> callAll(List<Store> stores)
      throws InterruptedException, ExecutionException {
    List<CompletableFuture<WriteResult>> results = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<CompletableFuture<WriteResult>>>> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int number = caller;
        callers.add(executor.submit(() -> call(stores.get(number % stores.size()), number)));
      }
      for (Future<List<CompletableFuture<WriteResult>>> caller : callers) {
        results.addAll(caller.get());
      }
    }
    return results;
  }

  private static List<CompletableFuture<WriteResult>> call(Store store, int caller) {
    List<CompletableFuture<WriteResult>> results = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      String id = "e" + caller + "-" + call;
      CompletableFuture<WriteResult> result =
          store.submit(
              List.of(
                  new AppendEvent(click(id + "a", "u" + caller, "i" + call)),
                  new AppendEvent(click(id + "b", "u" + call, "i" + caller))));
      result.join();
      results.add(result);
    }
    return results;
  }

  private static void assertGapFree(List<Entry> entries) {
    assertEquals(
        LongStream.rangeClosed(1, entries.size()).boxed().toList(),
        entries.stream().map(Entry::seq).toList());
  }

  @Test
  void oneEventSentByManyIsAcceptedOnce() {
    List<CompletableFuture<WriteResult>> results = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      results.add(store.submit(List.of(new AppendEvent(click("same", "u", "i")))));
    }

    List<Outcome> outcomes =
        results.stream().map(result -> result.join().outcomes().getFirst()).toList();

    assertEquals(1, outcomes.stream().filter(Accepted.class::isInstance).count());
    assertEquals(CALLERS - 1, outcomes.stream().filter(new Duplicate(1, 1)::equals).count());
  }

  /** Many calls lie in one group, most of them with new events. */
  @Test
  void repeatedEventsAmongNewOnesOfOtherCallersAreFoundOut() {
    for (int i = 0; i < CALLERS; i++) {
      put(new AppendEvent(click("old" + i, "u" + i, "i")));
    }
    List<CompletableFuture<WriteResult>> results = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      results.add(store.submit(List.of(new AppendEvent(click("new" + i, "u" + i, "i")))));
      results.add(store.submit(List.of(new AppendEvent(click("old" + i, "u" + i, "i")))));
      results.add(store.submit(List.of(new AppendEvent(click("old" + i, "u" + i, "other")))));
      results.add(store.submit(List.of(new AppendEvent(click("later" + i, "u" + i, "i")))));
    }

    for (int i = 0; i < CALLERS; i++) {
      assertEquals(accepted(CALLERS + 2L * i + 1), first(results.get(4 * i)));
      assertEquals(new Duplicate(i + 1, 1), first(results.get(4 * i + 1)));
      assertInstanceOf(Conflict.class, first(results.get(4 * i + 2)));
      assertEquals(accepted(CALLERS + 2L * i + 2), first(results.get(4 * i + 3)));
    }
    assertGapFree(store.changesAfter(0, Integer.MAX_VALUE));
  }

  private static Outcome first(CompletableFuture<WriteResult> result) {
    return result.join().outcomes().getFirst();
  }

  private static Accepted accepted(long seq) {
    return new Accepted(seq, 1);
  }

  @Test
  void whatAnotherStoreChangedIsKnownToOneThatMetItBefore() {
    UserId learner = new UserId("u");
    ItemId item = new ItemId("i");
    put(new PutItem(item("i", "一")), new AppendEvent(click("e1", "u", "i")));
    put(new SetPersonalisation(learner, true), new DeleteItem(new ItemId("none")));
    try (Store other = open()) {
      other.submit(List.of(new PutItem(item("i", "二")))).join();
      other.submit(List.of(new SetPersonalisation(learner, false))).join();

      assertInstanceOf(Duplicate.class, putOne(new SetPersonalisation(learner, false)));
      assertEquals(new VersionMismatch(2), putOne(new DeleteItem(item, OptionalLong.of(1))));

      assertTrue(other.erasures().erase(learner).isPresent());
      assertInstanceOf(Accepted.class, putOne(new AppendEvent(click("e2", "u", "i"))));
      assertEquals(List.of("e2"), store.eventsOf(learner).stream().map(Event::id).toList());
      assertEquals(store.eventsOf(learner), other.eventsOf(learner));
    }
  }

  @Test
  void aCorpusReadDuringWritesIsTheRecordAsOfItsNumber() throws Exception {
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<?> writing =
          executor.submit(
              () -> {
                for (int i = 0; i < 100; i++) {
                  put(
                      new PutItem(item("i" + i % 7, "第" + i + "版")),
                      new AppendEvent(click("e" + i, "u" + i % 5, "i" + i)));
                }
              });
      List<Corpus> read = new ArrayList<>();
      while (!writing.isDone()) {
        read.add(store.corpus());
      }
      writing.get();

      List<Entry> entries = store.changesAfter(0, Integer.MAX_VALUE);
      for (Corpus corpus : read) {
        List<Entry> seen = entries.subList(0, (int) corpus.seq());
        assertEquals(
            seen.stream().filter(e -> e.change() instanceof AppendEvent).count(),
            corpus.events().size());
        assertEquals(
            seen.stream()
                .filter(e -> e.change() instanceof PutItem)
                .map(e -> ((PutItem) e.change()).item().id())
                .distinct()
                .count(),
            corpus.items().size());
      }
    }
  }

  @Test
  void aFollowerIsWokenByAChangeAndByTheEndOfItsTime() throws Exception {
    assertEquals(0, store.awaitChange(0, Duration.ofMillis(1)));

    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Long> follower = executor.submit(() -> store.awaitChange(0, Duration.ofMinutes(5)));
      put(new AppendEvent(click("e1", "u", "i")));
      assertEquals(1, follower.get());
    }
    assertEquals(1, store.awaitChange(0, Duration.ofMinutes(5)));
  }

  @Test
  void aFollowerSeesWhatAnotherStoreWrote() throws Exception {
    try (Store other = open();
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Long> follower = executor.submit(() -> other.awaitChange(0, Duration.ofMinutes(5)));

      put(new AppendEvent(click("e1", "u", "i")));

      assertEquals(1, follower.get());
      assertEquals(1, other.changesAfter(0, 10).size());
    }
  }
}
