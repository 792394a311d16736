package io.zhixun.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.store.BatchId;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Entry;
import io.zhixun.store.ItemVersion;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process with a record of its own is killed at random instants, again and again; what it said
 * was acknowledged is noted out here, and must be there, once, after each kill. More rounds with
 * {@code -Dzhixun.crash.rounds=100}.
 */
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("zhixun.crash.rounds", 5);
  private static final int LONGEST_MILLIS = 900;

  @TempDir private Path folder;
  private final List<String> acknowledged = new ArrayList<>();
  private final Set<String> undone = new HashSet<>();

  private Store open() {
    return SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.system());
  }

  @Test
  void nothingAcknowledgedIsLostOrDoubledHoweverOftenTheProcessIsKilled() throws Exception {
    long seed = Long.getLong("zhixun.seed", System.nanoTime());
    Random random = new Random(seed);
    open().close(); // so that no child is killed while it makes the tables
    for (int round = 0; round < ROUNDS; round++) {
      runAndKill(round, random);
      try (Store store = open()) {
        check(store, "round " + round + "; replay with -Dzhixun.seed=" + seed);
      }
    }
    assertTrue(acknowledged.size() > ROUNDS, "too little was done: " + acknowledged.size());
    System.out.printf("%d rounds, %,d calls acknowledged%n", ROUNDS, acknowledged.size());
  }

  private void runAndKill(int round, Random random) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                folder.toString(),
                "r" + round,
                Long.toString(random.nextLong()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("open", lines.readLine(), "a start was refused");
      int millis = random.nextInt(LONGEST_MILLIS);
      Thread killer = Thread.ofVirtual().start(() -> killAfter(child, millis));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.add(line);
      }
      killer.join();
    } catch (IOException endedWithinALine) {
      // What was cut off was not said.
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private static void killAfter(Process child, int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    child.toHandle().destroyForcibly();
  }

  private void check(Store store, String hint) {
    List<Entry> entries = store.changesAfter(0, Integer.MAX_VALUE);
    assertEquals(
        LongStream.rangeClosed(1, entries.size()).boxed().toList(),
        entries.stream().map(Entry::seq).toList(),
        hint);
    Set<String> events = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.change() instanceof AppendEvent(var event)) {
        assertTrue(events.add(event.id()), event.id() + " is there twice, " + hint);
      }
    }
    Map<ItemId, Map<Long, String>> titles = new HashMap<>();
    acknowledged.stream()
        .filter(line -> line.startsWith("undo"))
        .forEach(line -> undone.add(line.split(" ", -1)[1]));
    for (String line : acknowledged) {
      String[] words = line.split(" ", -1);
      String what = line + ", " + hint;
      switch (words[0]) {
        case "event" ->
            assertTrue(events.contains(words[1] + "-a") && events.contains(words[1] + "-b"), what);
        case "edit" ->
            assertEquals(
                words[3],
                titles
                    .computeIfAbsent(new ItemId(words[1]), id -> titles(store, id))
                    .get(Long.parseLong(words[2])),
                what);
        case "batch" -> checkBatch(store, words[1], what);
        case "merge" -> assertEquals(2, store.eventsOf(new UserId(words[1])).size(), what);
        case "erase" -> assertTrue(store.learnerRow(new UserId(words[1])).isEmpty(), what);
        default -> assertEquals("undo", words[0], what);
      }
    }
  }

  private static Map<Long, String> titles(Store store, ItemId id) {
    Map<Long, String> titles = new HashMap<>();
    for (ItemVersion version : store.versions(id, Long.MAX_VALUE, Integer.MAX_VALUE)) {
      titles.put(version.version(), version.item().orElseThrow().text().title());
    }
    return titles;
  }

  /** An undoing that was not acknowledged may have been done, but then as a whole. */
  private void checkBatch(Store store, String name, String what) {
    int living = store.items(CrashChild.items(name)).size();
    assertEquals(
        CrashChild.BATCH_SIZE, store.batches().size(new BatchId(name.replace('.', '-'))), what);
    if (undone.contains(name)) {
      assertEquals(0, living, what);
    } else {
      assertTrue(living == 0 || living == CrashChild.BATCH_SIZE, living + " of " + what);
    }
  }
}
