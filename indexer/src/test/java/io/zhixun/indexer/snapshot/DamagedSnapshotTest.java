package io.zhixun.indexer.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.indexer.Seeds;
import io.zhixun.indexer.snapshot.OpenedSnapshot.Warning;
import io.zhixun.indexer.snapshot.SnapshotException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a snapshot's bytes: it is noticed, named, and an older one is served. */
class DamagedSnapshotTest {
  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @TempDir private Path root;
  private SnapshotStore store;

  @BeforeEach
  void open() {
    store = new SnapshotStore(root);
  }

  @Test
  void aFlippedBitInAnyByteIsNoticedAndItsFileNamed() throws IOException {
    Snapshot older = publish(0);
    Snapshot current = publish(1);

    for (String name : Disk.names(current.folder())) {
      Path file = current.file(name);
      byte[] good = Files.readAllBytes(file);
      for (int at = 0; at < good.length; at++) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bad);
        assertRefused(current, name, older);
      }
      Files.write(file, good);
    }
    assertEquals(current, store.open().snapshot());
  }

  @Test
  void everyTruncatedFileIsNoticedAndNamed() throws IOException {
    Snapshot older = publish(0);
    Snapshot current = publish(1);

    for (String name : Disk.names(current.folder())) {
      byte[] good = Files.readAllBytes(current.file(name));
      for (int length : List.of(0, good.length / 2, good.length - 1)) {
        Files.write(current.file(name), Arrays.copyOf(good, length));
        assertRefused(current, name, older);
      }
      Files.write(current.file(name), good);
    }
  }

  @Test
  void everyMissingFileIsNoticedAndNamed() throws IOException {
    Snapshot older = publish(0);
    Snapshot current = publish(1);

    for (String name : Disk.names(current.folder())) {
      byte[] good = Files.readAllBytes(current.file(name));
      Files.delete(current.file(name));
      assertRefused(current, name, older);
      Files.write(current.file(name), good);
    }
  }

  @Test
  void aFileTooManyIsNoticedAndNamed() throws IOException {
    Snapshot older = publish(0);
    Snapshot current = publish(1);

    Files.writeString(current.file("learned/users.bin"), "x");

    assertRefused(current, "learned/users.bin", older);
  }

  @Test
  void aSnapshotOfAnotherFormatIsForeign() throws IOException {
    Snapshot older = publish(0);
    Snapshot current = publish(1);
    Path manifest = current.file(ManifestFile.NAME);
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"format\" : 1", "\"format\" : 2"));

    OpenedSnapshot opened = store.open();

    assertEquals(older, opened.snapshot());
    assertEquals(
        List.of(Warning.Code.FOREIGN_SNAPSHOT, Warning.Code.OLDER_SNAPSHOT), codes(opened));
    assertEquals(Code.WRONG_FORMAT, codeOf(store::current));
    assertEquals(ManifestFile.NAME, store.verify(current.id()).getFirst().file());
  }

  @Test
  void aManifestOfAnotherSnapshotIsRefused() throws IOException {
    Snapshot older = publish(0);
    Snapshot current = publish(1);

    Files.copy(
        older.file(ManifestFile.NAME),
        current.file(ManifestFile.NAME),
        StandardCopyOption.REPLACE_EXISTING);

    assertRefused(current, ManifestFile.NAME, older);
  }

  @Test
  void whenCurrentNamesNothingTheNewestGoodOneIsServed() throws IOException {
    publish(0);
    Snapshot newest = publish(1);

    for (String nonsense :
        List.of("", "20261124T120000Z-00000000", "../..", "\0", "x".repeat(10_000))) {
      Files.writeString(root.resolve("CURRENT"), nonsense);

      OpenedSnapshot opened = store.open();

      assertEquals(newest, opened.snapshot());
      assertEquals(List.of(Warning.Code.NO_CURRENT, Warning.Code.OLDER_SNAPSHOT), codes(opened));
      assertEquals(Code.NO_SNAPSHOT, codeOf(store::current));
    }
    Files.delete(root.resolve("CURRENT"));
    assertEquals(List.of(Warning.Code.NO_CURRENT), codes(store.open()));
  }

  @Test
  void whenAllAreDamagedTheFirstReasonIsGiven() throws IOException {
    Snapshot older = publish(0);
    Snapshot current = publish(1);
    Files.delete(older.file("learned/items.bin"));
    Files.delete(current.file("learned/items.bin"));

    SnapshotException error = assertThrows(SnapshotException.class, store::open);

    assertEquals(Code.DAMAGED, error.code());
    assertTrue(error.getMessage().contains(current.id()), error.getMessage());
    assertTrue(error.getMessage().contains("learned/items.bin"), error.getMessage());
  }

  private void assertRefused(Snapshot current, String file, Snapshot older) {
    OpenedSnapshot opened = store.open();
    assertEquals(older, opened.snapshot(), file);
    assertTrue(
        opened.warnings().getFirst().detail().contains(file),
        () -> opened + " for " + file + ", -Dzhixun.seed=" + seed);
    assertEquals(Warning.Code.OLDER_SNAPSHOT, opened.warnings().getLast().code());
    assertEquals(file, store.verify(current.id()).getFirst().file());
  }

  private Snapshot publish(int second) {
    return SmallSnapshots.publish(store, second);
  }

  private static List<Warning.Code> codes(OpenedSnapshot opened) {
    return opened.warnings().stream().map(Warning::code).toList();
  }

  private static Code codeOf(Executable work) {
    return assertThrows(SnapshotException.class, work).code();
  }
}
