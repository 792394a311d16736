package io.zhixun.store.sqlite;

import static io.zhixun.store.Samples.click;
import static io.zhixun.store.Samples.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zhixun.corpus.ItemId;
import io.zhixun.store.Change;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Change.PutItem;
import io.zhixun.store.Key.Grant;
import io.zhixun.store.Role;
import io.zhixun.store.Samples;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders and disks that take nothing more, for real. Needs rights that not every machine gives
 * (immutable files or a folder without write permission; a small file system of its own); where
 * they are missing the tests are skipped and say so.
 */
class RefusingDiskTest {
  @TempDir private Path folder;

  private final List<List<String>> undo = new ArrayList<>();

  @AfterEach
  void giveBack() throws Exception {
    for (List<String> command : undo.reversed()) {
      run(command);
    }
  }

  private static boolean run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private Store open(Path data) {
    return SqliteStore.open(data, StoreSettings.DEFAULTS, InstantSource.fixed(Samples.NOON));
  }

  /** A superuser may write whatever the permissions say, but not what is immutable. */
  private void freeze(Path data) throws Exception {
    undo.add(List.of("chattr", "-R", "-i", data.toString()));
    undo.add(List.of("chmod", "-R", "u+w", data.toString()));
    boolean frozen = run(List.of("chmod", "-R", "u-w", data.toString()));
    if (Files.isWritable(data)) {
      frozen = run(List.of("chattr", "-R", "+i", data.toString()));
    }
    assumeTrue(
        frozen && !Files.isWritable(data), "skipped: no folder can be frozen here (chmod, chattr)");
  }

  private static Code failure(Store store, Change change) {
    CompletionException failed =
        assertThrows(CompletionException.class, () -> store.submit(List.of(change)).join());
    return ((StoreException) failed.getCause()).code();
  }

  @Test
  void aReadOnlyFolderIsReadAndNotWritten() throws Exception {
    String presented;
    try (Store store = open(folder)) {
      store.submit(List.of(new PutItem(item("a", "一")))).join();
      presented =
          store
              .keys()
              .create(new Grant("k", Role.READER, Optional.empty(), Optional.empty()))
              .presented();
    }
    freeze(folder);

    try (Store store = open(folder)) {
      assertEquals(Code.READ_ONLY, failure(store, new PutItem(item("b", "二"))));
      assertEquals(1, store.lastSeq());
      assertEquals(1, store.corpus().items().size());
      assertTrue(store.item(new ItemId("a")).isPresent());
      assertTrue(store.keys().find(presented).isPresent());
      assertEquals(Code.READ_ONLY, failure(store, new PutItem(item("b", "二"))));
    }
  }

  @Test
  void aReadOnlyFolderWithALogLeftBehindIsReadToo() throws Exception {
    open(folder).close(); // so that the child has no tables to make
    try (Child child = Child.start(folder, "c", 1_000_000)) {
      for (int i = 0; i < 20; i++) {
        child.nextLine();
      }
      child.kill();
      child.waitFor();
    }
    assertTrue(Files.exists(folder.resolve("zhixun.db-wal")));
    freeze(folder);

    try (Store store = open(folder)) {
      assertTrue(store.lastSeq() >= 38, "seq " + store.lastSeq());
      assertEquals(store.lastSeq(), store.corpus().events().size());
      assertEquals(Code.READ_ONLY, failure(store, new PutItem(item("b", "二"))));
    }
  }

  @Test
  void anEmptyReadOnlyFolderIsReported() throws Exception {
    freeze(folder);

    StoreException refused = assertThrows(StoreException.class, () -> open(folder));

    assertEquals(Code.READ_ONLY, refused.code());
    assertTrue(refused.getMessage().contains("holds no record"), refused.getMessage());
  }

  @Test
  void aFullDiskRefusesWritesKeepsWhatWasAcknowledgedAndRecovers() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    List<String> mount = List.of("mount", "-t", "tmpfs", "-o", "size=3m", "none", disk.toString());
    assumeTrue(run(mount), "skipped: no small file system can be mounted here");
    undo.add(List.of("umount", disk.toString()));
    Path ballast = Files.write(disk.resolve("ballast"), new byte[1 << 20]);

    try (Store store = open(disk)) {
      long acknowledged = 0;
      Code refusal = null;
      for (int i = 0; i < 100_000 && refusal == null; i++) {
        List<Change> changes = List.of(new AppendEvent(click("e" + i, "u", "i")));
        try {
          acknowledged = store.submit(changes).join().seq();
        } catch (CompletionException failed) {
          refusal = ((StoreException) failed.getCause()).code();
        }
      }
      assertEquals(Code.FULL, refusal);
      assertEquals(acknowledged, store.lastSeq());
      assertEquals(acknowledged, store.corpus().events().size());

      Files.delete(ballast);
      assertEquals(
          acknowledged + 1,
          store.submit(List.of(new AppendEvent(click("after", "u", "i")))).join().seq());
    }
    try (Store store = open(disk)) {
      assertEquals(store.lastSeq(), store.corpus().events().size());
    }
  }
}
