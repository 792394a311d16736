package io.zhixun.store.sqlite;

import static io.zhixun.store.Samples.click;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of their own: killed while they write, and writing side by side. */
class ProcessesTest {
  @TempDir private Path folder;

  private Store open() {
    return SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.system());
  }

  @Test
  void whatAKilledProcessAcknowledgedIsThereOnceAndNothingByHalves() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    open().close(); // so that the child has no tables to make
    try (Child child = Child.start(folder, "p", 1_000_000)) {
      assertEquals("open", child.nextLine());
      while (acknowledged.size() < 300) {
        acknowledged.add(child.nextLine());
      }
      child.kill();
      for (String late = child.nextLine(); !late.isEmpty(); late = child.nextLine()) {
        acknowledged.add(late);
      }
      child.waitFor();
    }

    try (Store store = open()) {
      List<String> ids = eventIds(store);
      Set<String> distinct = new HashSet<>(ids);
      assertEquals(ids.size(), distinct.size());
      for (String pair : acknowledged) {
        assertTrue(distinct.contains(pair + "-a") && distinct.contains(pair + "-b"), pair);
      }
      for (String id : distinct) {
        String twin = id.endsWith("-a") ? id.replace("-a", "-b") : id.replace("-b", "-a");
        assertTrue(distinct.contains(twin), id + " without " + twin);
      }
      assertGapFree(store);
      long before = store.lastSeq();
      assertEquals(before + 1, store.submit(List.of(event("next"))).join().seq());
    }
  }

  @Test
  void twoProcessesWriteOneSequenceAndSeeEachOther() throws Exception {
    try (Store store = open();
        Child child = Child.start(folder, "c", 100)) {
      assertEquals("open", child.nextLine());
      int own = 0;
      for (String line = child.nextLine(); !line.equals("done"); line = child.nextLine()) {
        assertTrue(line.startsWith("c"), line);
        store.submit(List.of(event("parent" + own++))).join();
      }
      assertEquals(0, child.waitFor());

      assertEquals(200 + own, store.lastSeq());
      assertGapFree(store);
    }
  }

  @Test
  void aFollowerSeesTheChangesOfAnotherProcess() throws Exception {
    try (Store store = open();
        Child child = Child.start(folder, "c", 1)) {
      assertTrue(store.awaitChange(0, Duration.ofMinutes(5)) >= 1);
      assertEquals("open", child.nextLine());
      assertEquals(0, child.waitFor());

      assertEquals(List.of("c0-a", "c0-b"), eventIds(store));
    }
  }

  private static Change event(String id) {
    return new Change.AppendEvent(click(id, "u", "i"));
  }

  private static List<String> eventIds(Store store) throws IOException {
    return store.changesAfter(0, Integer.MAX_VALUE).stream()
        .map(entry -> ((Change.AppendEvent) entry.change()).event().id())
        .toList();
  }

  private static void assertGapFree(Store store) {
    List<Long> numbers = store.changesAfter(0, Integer.MAX_VALUE).stream().map(Entry::seq).toList();
    assertEquals(LongStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    assertEquals(numbers.size(), store.lastSeq());
  }
}
