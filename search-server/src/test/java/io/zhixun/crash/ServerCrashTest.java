package io.zhixun.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.store.Entry;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.sqlite.SqliteStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole server is killed at random instants, also while it starts: what HTTP acknowledged is
 * there once after each kill, and no start is refused. More rounds with {@code
 * -Dzhixun.crash.rounds=100}.
 */
class ServerCrashTest {
  private static final int ROUNDS = Integer.getInteger("zhixun.crash.rounds", 2);

  /**
   * From the moment it serves; on a quiet machine a snapshot is made in one to two seconds of it,
   * on a busy one give it more.
   */
  private static final int LONGEST_MILLIS = Integer.getInteger("zhixun.crash.millis", 3_000);

  /** From the beginning of a start that is itself killed. */
  private static final int LONGEST_START_MILLIS = 2_500;

  @TempDir private Path folder;

  private final long seed = Long.getLong("zhixun.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Ledger ledger = new Ledger();

  @Test
  void nothingThatHttpAcknowledgedIsLostOrDoubledHoweverOftenTheServerIsKilled() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      int seen = 0;
      for (int round = 0; round < ROUNDS; round++) {
        if (round % 3 == 1) {
          killWhileStarting();
        }
        String hint = "round " + round + "; replay with -Dzhixun.seed=" + seed;
        int before = ledger.facts().size();
        inspectUseAndKill(http, seen, round, hint);
        seen = before;
      }
      try (CrashingServer server = start()) {
        String hint = "all rounds; replay with -Dzhixun.seed=" + seed;
        new Inspection(new Calls(http, address(server, hint)), ledger, hint).run(0);
        assertEquals(1, workingCopies(), "killed servers left working copies, " + hint);
      }
    }
    numbersHaveNoGaps();
    int facts = ledger.facts().size();
    assertTrue(facts > ROUNDS, "too little was done: " + facts);
    System.out.printf("%d rounds through HTTP, %,d calls acknowledged%n", ROUNDS, facts);
  }

  private CrashingServer start() throws IOException {
    return CrashingServer.start(folder.resolve("data"), folder.resolve("log"));
  }

  private String address(CrashingServer server, String hint) throws IOException {
    return server
        .awaitAddress()
        .orElseThrow(
            () -> new AssertionError("a start was refused, " + hint + "\n" + logOfServer()));
  }

  private String logOfServer() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void killWhileStarting() throws Exception {
    try (CrashingServer _ = start()) {
      Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
    }
  }

  /** What was acknowledged before the last kill is there; then there is more, and the next kill. */
  private void inspectUseAndKill(HttpClient http, int seen, int round, String hint)
      throws Exception {
    Callers callers;
    try (CrashingServer server = start()) {
      Calls calls = new Calls(http, address(server, hint));
      new Inspection(calls, ledger, hint).run(seen);
      callers = Callers.start(calls, ledger, "r" + round, random.nextLong());
      Thread.sleep(random.nextInt(LONGEST_MILLIS));
    }
    callers.join();
    callers.requireGood(hint + "\n" + logOfServer());
  }

  private long workingCopies() throws IOException {
    try (Stream<Path> copies = Files.list(folder.resolve("data").resolve("live"))) {
      return copies.count();
    }
  }

  private void numbersHaveNoGaps() {
    try (Store store =
        SqliteStore.open(folder.resolve("data"), StoreSettings.DEFAULTS, InstantSource.system())) {
      List<Long> numbers =
          store.changesAfter(0, Integer.MAX_VALUE).stream().map(Entry::seq).toList();
      assertEquals(LongStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    }
  }
}
