package io.zhixun.search.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.check.EventCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.sqlite.SqliteStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers keep of learners in memory, and how an erasure ends it. */
class ForgottenLearnerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final UserId LEARNER = new UserId("u1");

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.fixed(NOW));
    store.submit(List.of(new Change.AppendEvent(click()))).join();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Event click() {
    return StrictJson.read(
            "{\"event\":\"click\",\"id\":\"e1\",\"timestamp\":\"2026-11-24T09:00:00Z\","
                + "\"user\":\"u1\",\"item\":\"c-1\"}")
        .then(EventCheck::read)
        .valid()
        .orElseThrow();
  }

  /** Erases the learner in the record, and lets a server hear of it. */
  private void erase(Learners learners) {
    long before = store.lastSeq();
    store.erasures().erase(LEARNER);
    for (Entry entry : store.changesAfter(before, 100)) {
      learners.apply(entry);
    }
  }

  @Test
  void whatWasConcludedFromALearnerGoesWithTheLearner() {
    Learners learners = new Learners(store, 100);
    Learner known = learners.learner(LEARNER);
    learners.derivations().of(known, new ItemTable(), EventWeights.DEFAULTS);
    assertFalse(known.isUnknown());
    assertEquals(1, learners.derivations().size());

    erase(learners);

    assertEquals(0, learners.derivations().size());
    assertTrue(learners.learner(LEARNER).isUnknown());
  }

  @Test
  void aReadingThatBeganBeforeTheErasureIsNotKeptAfterIt() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Learners learners = new Learners(slow(read, goOn), 100);
    CompletableFuture<Learner> asked =
        CompletableFuture.supplyAsync(() -> learners.learner(LEARNER));
    read.await();

    erase(learners);
    goOn.countDown();

    assertTrue(asked.join().isUnknown());
    assertTrue(learners.learner(LEARNER).isUnknown());
  }

  /** The record, whose first history is read at once and arrives late. */
  private Store slow(CountDownLatch read, CountDownLatch goOn) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (_, method, arguments) -> {
              try {
                Object answer = method.invoke(store, arguments);
                if (method.getName().equals("history") && read.getCount() > 0) {
                  read.countDown();
                  goOn.await();
                }
                return answer;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
