package io.zhixun.indexer.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.indexer.snapshot.SnapshotException.Code;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {
  @TempDir private Path root;
  private SnapshotStore store;

  @BeforeEach
  void open() {
    store = new SnapshotStore(root);
  }

  @Test
  void whatWasSealedAndPublishedIsOpened() throws IOException {
    Snapshot sealed = build(0);
    Snapshot measured =
        store.measured(sealed, Map.of("ndcg@10", 0.991), Map.of("search.affinity", 0.7));

    store.publish(measured);

    OpenedSnapshot opened = store.open();
    assertEquals(measured, opened.snapshot());
    assertEquals(List.of(), opened.warnings());
    assertTrue(sealed.id().startsWith("20261124T120000Z-"), sealed.id());
    assertEquals(0.991, opened.snapshot().manifest().quality().get("ndcg@10"));
    assertEquals(7, opened.snapshot().seq());
    assertEquals("learned", Files.readString(opened.snapshot().file("learned/items.bin")));
    assertEquals(List.of(), store.verify(sealed.id()));
  }

  @Test
  void aSnapshotIsNotServedBeforeItIsPublished() {
    Snapshot first = publish(0);

    build(1);

    assertEquals(first, store.current());
    assertEquals(first, store.open().snapshot());
  }

  @Test
  void withoutAnySnapshotTheErrorSaysWhatToDo() {
    SnapshotException error = assertThrows(SnapshotException.class, store::open);

    assertEquals(Code.NO_SNAPSHOT, error.code());
    assertTrue(error.getMessage().contains("index build"), error.getMessage());
    assertEquals(List.of(), store.list());
    store.cleanUp();
    assertFalse(Files.exists(root.resolve("snapshots")), "reading must not write");
  }

  @Test
  void rollbackKnowsWhichOfOneSecondIsOlder() {
    List<Snapshot> published = new ArrayList<>();
    for (int build = 0; build < 3; build++) {
      published.add(publish(0, build));
    }

    assertEquals(ids(published.reversed()), listed());
    assertEquals(published.get(1).id(), store.rollback().id());
    assertEquals(published.get(0).id(), store.rollback().id());
  }

  @Test
  void theLastThreeAreKeptAndTheServedOneAlways() {
    List<Snapshot> published = new ArrayList<>();
    for (int second = 0; second < 5; second++) {
      published.add(publish(second));
    }
    assertEquals(ids(published.subList(2, 5).reversed()), listed());

    Snapshot served = store.activate(published.get(2).id());
    for (int second = 5; second < 8; second++) {
      build(second);
    }
    store.publish(served);

    assertEquals(4, listed().size());
    assertEquals(served.id(), listed().getLast());
    assertEquals(served, store.current());
  }

  @Test
  void rollingBackServesTheNewestGoodOlderOne() throws IOException {
    Snapshot first = publish(0);
    Snapshot second = publish(1);
    publish(2);
    Files.delete(second.file("learned/items.bin"));

    assertEquals(first, store.rollback());

    assertEquals(first, store.current());
    assertEquals(Code.NO_SNAPSHOT, codeOf(store::rollback));
    assertEquals(first, store.current());
  }

  @Test
  void aDamagedOneIsNotActivated() throws IOException {
    Snapshot first = publish(0);
    Snapshot second = publish(1);
    Files.delete(first.file("learned/items.bin"));

    assertEquals(Code.DAMAGED, codeOf(() -> store.activate(first.id())));
    assertEquals(Code.NO_SNAPSHOT, codeOf(() -> store.activate("20200101T000000Z-00000000")));

    assertEquals(second, store.current());
  }

  @Test
  void theListSaysWhichIsServedAndWhatCannotBeRead() throws IOException {
    Snapshot first = publish(0);
    Snapshot second = publish(1);
    Files.delete(first.file(ManifestFile.NAME));

    List<Listed> listed = store.list();

    assertEquals(
        new Listed(second.id(), true, Optional.of(second), Optional.empty()), listed.getFirst());
    assertTrue(listed.get(1).problem().orElseThrow().contains("manifest.json is missing"));
  }

  @Test
  void onlyOneBuildRunsAtATime() {
    try (SnapshotDraft draft = store.begin()) {
      assertEquals(Code.BUSY, codeOf(() -> new SnapshotStore(root).begin()));
      store.cleanUp();
      assertTrue(Files.isDirectory(draft.folder()), "a living draft must stay");
    }
    try (SnapshotDraft next = store.begin()) {
      assertTrue(Files.isDirectory(next.folder()));
    }
  }

  @Test
  void aDraftThatIsGivenUpLeavesNothing() throws IOException {
    Snapshot served = publish(0);
    try (SnapshotDraft draft = store.begin()) {
      draft.write("lucene/x", path -> Files.writeString(path, "x"));
    }

    try (Stream<Path> left = Files.list(root.resolve("snapshots"))) {
      assertEquals(List.of(served.folder()), left.toList());
    }
  }

  @Test
  void aKilledBuildLeavesThePreviousSnapshotAndADraftThatGoes() throws Exception {
    Snapshot served = publish(0);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");

    Process killed =
        new ProcessBuilder(java, "-cp", classPath, KilledBuild.class.getName(), root.toString())
            .inheritIO()
            .start();

    assertEquals(KilledBuild.EXIT, killed.waitFor());
    assertEquals(1, drafts());
    assertEquals(served, store.open().snapshot());
    store.cleanUp();
    assertEquals(0, drafts());
    publish(1);
  }

  @Test
  void concurrentPublishingLeavesOneOfThemCurrent() throws Exception {
    List<Snapshot> built = new ArrayList<>();
    for (int second = 0; second < 3; second++) {
      built.add(build(second));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Snapshot snapshot = built.get(i % 3);
        SnapshotStore own = new SnapshotStore(root);
        running.add(threads.submit(() -> own.publish(snapshot)));
        running.add(
            threads.submit(
                () -> {
                  own.currentId().ifPresent(id -> assertTrue(ids(built).contains(id), id));
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertTrue(built.contains(store.current()));
    try (Stream<Path> left = Files.list(root)) {
      assertEquals(0, left.filter(path -> path.toString().endsWith(".next")).count());
    }
  }

  @Test
  void theServedOneIsNeitherDiscardedNorMeasuredAgain() {
    Snapshot served = publish(0);
    Snapshot worse = build(1);

    store.discard(worse);

    assertEquals(List.of(served.id()), listed());
    assertThrows(IllegalArgumentException.class, () -> store.discard(served));
    assertThrows(IllegalArgumentException.class, () -> store.measured(served, Map.of(), Map.of()));
  }

  @Test
  void diskErrorsSayWhatToDo() {
    Path file = root.resolve("x");

    assertEquals(
        Code.FULL, SnapshotException.disk(file, new IOException("No space left on device")).code());
    assertEquals(
        Code.READ_ONLY, SnapshotException.disk(file, new AccessDeniedException("x")).code());
    assertEquals(
        Code.READ_ONLY,
        SnapshotException.disk(file, new IOException("Read-only file system")).code());
    assertEquals(Code.DISK, SnapshotException.disk(file, new IOException("I/O error")).code());
  }

  private Snapshot publish(int second) {
    return SmallSnapshots.publish(store, second);
  }

  private Snapshot publish(int second, int content) {
    return SmallSnapshots.publish(store, second, content);
  }

  private Snapshot build(int second) {
    return SmallSnapshots.build(store, second);
  }

  private long drafts() throws IOException {
    try (Stream<Path> all = Files.list(root.resolve("snapshots"))) {
      return all.filter(path -> path.getFileName().toString().startsWith(".draft-")).count();
    }
  }

  private List<String> listed() {
    return store.list().stream().map(Listed::id).toList();
  }

  private static List<String> ids(List<Snapshot> snapshots) {
    return snapshots.stream().map(Snapshot::id).toList();
  }

  private static Code codeOf(Executable work) {
    return assertThrows(SnapshotException.class, work).code();
  }
}
