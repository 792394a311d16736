package io.zhixun.indexer.snapshot;

import static io.zhixun.indexer.snapshot.SnapshotException.onDisk;

import io.zhixun.indexer.snapshot.Manifest.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The snapshots below one folder. Safe for many threads and processes; nothing is kept in memory.
 *
 * <p>Every method throws {@link SnapshotException} when the disk does not let it work.
 */
public final class SnapshotStore {
  /** How many snapshots are kept, besides the served one when it is older. */
  static final int KEPT = 3;

  private final Path root;
  private final Shelf shelf;

  /**
   * @param root the data folder; made when something is first written
   */
  public SnapshotStore(Path root) {
    this.root = root;
    this.shelf = new Shelf(root);
  }

  /**
   * Begins a build, and removes what killed builds left.
   *
   * @throws SnapshotException BUSY while another build runs, in this process or in another
   */
  public SnapshotDraft begin() {
    return onDisk(
        root,
        () -> {
          Files.createDirectories(shelf.snapshots());
          ProcessLock lock =
              ProcessLock.tryTake(shelf.buildLock())
                  .orElseThrow(() -> SnapshotException.busy(shelf.buildLock()));
          try {
            shelf.deleteDrafts();
            return new SnapshotDraft(shelf.newDraft(), lock);
          } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
          }
        });
  }

  /** Removes drafts whose process is gone; does nothing while a build runs. */
  public void cleanUp() {
    onDisk(
        root,
        () -> {
          if (Files.isDirectory(shelf.snapshots())) {
            Optional<ProcessLock> lock = ProcessLock.tryTake(shelf.buildLock());
            if (lock.isPresent()) {
              try (ProcessLock _ = lock.get()) {
                shelf.deleteDrafts();
              }
            }
          }
          return root;
        });
  }

  /**
   * Turns a draft into a snapshot: describes and forces every file, then gives the folder its name.
   * It is not served before {@link #publish}. The draft is closed.
   */
  public Snapshot seal(SnapshotDraft draft, ManifestFacts facts) {
    return onDisk(
        draft.folder(),
        () -> {
          Manifest manifest = describe(draft.folder(), facts, shelf.newest());
          Path manifestFile = draft.folder().resolve(ManifestFile.NAME);
          Files.write(manifestFile, ManifestFile.bytes(manifest));
          Disk.forceTree(draft.folder());
          Path target = shelf.snapshots().resolve(manifest.id());
          if (Files.exists(target)) { // the same second, the same bytes: the same snapshot
            Disk.deleteTree(draft.folder());
          } else {
            Files.move(draft.folder(), target, StandardCopyOption.ATOMIC_MOVE);
            Disk.force(shelf.snapshots());
          }
          draft.release();
          return shelf.read(manifest.id());
        });
  }

  private static Manifest describe(Path folder, ManifestFacts facts, Optional<String> newest)
      throws IOException {
    Files.deleteIfExists(folder.resolve(Verification.LUCENE).resolve(Verification.LUCENE_LOCK));
    List<StoredFile> files = new ArrayList<>();
    for (String name : Disk.names(folder)) {
      files.add(Disk.describe(folder, name));
    }
    String content = facts.seq() + facts.settingsDigest() + files;
    String hash = Disk.sha256(content.getBytes(StandardCharsets.UTF_8));
    String id = SnapshotId.after(newest, facts.created(), hash);
    return new Manifest(id, facts, Map.of(), Map.of(), files);
  }

  /**
   * Notes what was measured of a snapshot that is not served yet, and how it is to be blended.
   *
   * @return the snapshot with the numbers in its manifest
   */
  public Snapshot measured(
      Snapshot snapshot, Map<String, Double> quality, Map<String, Double> weights) {
    Manifest old = snapshot.manifest();
    Manifest extended = new Manifest(old.id(), old.facts(), quality, weights, old.files());
    return onDisk(
        snapshot.folder(),
        () -> {
          try (ProcessLock _ = shelf.publishing()) {
            requireNotServed(snapshot);
            Path folder = shelf.folder(snapshot.id());
            Disk.replace(folder.resolve(ManifestFile.NAME), ManifestFile.bytes(extended));
            return new Snapshot(folder, extended);
          }
        });
  }

  /** Makes a snapshot the served one, and removes all but the last three. */
  public void publish(Snapshot snapshot) {
    onDisk(
        root,
        () -> {
          try (ProcessLock _ = shelf.publishing()) {
            shelf.folder(snapshot.id());
            shelf.point(snapshot.id());
            removeOld(snapshot.id());
          }
          return root;
        });
  }

  private void removeOld(String served) throws IOException {
    List<String> ids = shelf.ids();
    for (String id : ids.subList(Math.min(KEPT, ids.size()), ids.size())) {
      if (!id.equals(served)) {
        shelf.delete(id);
      }
    }
  }

  /** Removes a snapshot that is not to be served, such as one that was measured to be worse. */
  public void discard(Snapshot snapshot) {
    onDisk(
        snapshot.folder(),
        () -> {
          try (ProcessLock _ = shelf.publishing()) {
            requireNotServed(snapshot);
            shelf.delete(snapshot.id());
          }
          return root;
        });
  }

  private void requireNotServed(Snapshot snapshot) throws IOException {
    if (shelf.currentId().filter(snapshot.id()::equals).isPresent()) {
      throw new IllegalArgumentException(
          "snapshot must not be the served one, got " + snapshot.id());
    }
  }

  /** The id that {@code CURRENT} names; empty when there is no such file. */
  public Optional<String> currentId() {
    return onDisk(root, shelf::currentId);
  }

  /**
   * The snapshot that {@code CURRENT} names, after a check of all its bytes.
   *
   * @throws SnapshotException NO_SNAPSHOT, WRONG_FORMAT or DAMAGED
   */
  public Snapshot current() {
    String id = currentId().orElseThrow(() -> SnapshotException.none(root));
    return good(id);
  }

  /**
   * A kept snapshot, after a check of all its bytes.
   *
   * @throws SnapshotException NO_SNAPSHOT, WRONG_FORMAT or DAMAGED
   */
  public Snapshot good(String id) {
    return onDisk(root, () -> shelf.good(id));
  }

  /**
   * The snapshot to serve: the current one, or, when that cannot be used, the newest that can, with
   * warnings that say so. Every byte of it was checked.
   *
   * @throws SnapshotException when none can be used, with the reason why the first was refused
   */
  public OpenedSnapshot open() {
    return onDisk(root, () -> Opening.open(shelf));
  }

  /** All snapshots, newest first. */
  public List<Listed> list() {
    return onDisk(
        root,
        () -> {
          Optional<String> current = shelf.currentId();
          List<Listed> listed = new ArrayList<>();
          for (String id : shelf.ids()) {
            boolean isCurrent = current.filter(id::equals).isPresent();
            try {
              Snapshot snapshot = shelf.read(id);
              listed.add(new Listed(id, isCurrent, Optional.of(snapshot), Optional.empty()));
            } catch (SnapshotException e) {
              listed.add(new Listed(id, isCurrent, Optional.empty(), Optional.of(e.getMessage())));
            }
          }
          return listed;
        });
  }

  /**
   * Reads all of a snapshot: every file's checksum, and when those are right, Lucene's own check of
   * its index.
   *
   * @return what is wrong, by file; empty for a sound snapshot
   * @throws SnapshotException NO_SNAPSHOT
   */
  public List<FileProblem> verify(String id) {
    return onDisk(
        root,
        () -> {
          Snapshot snapshot;
          try {
            snapshot = shelf.read(id);
          } catch (SnapshotException e) {
            if (e.code() == SnapshotException.Code.NO_SNAPSHOT) {
              throw e;
            }
            return List.of(new FileProblem(ManifestFile.NAME, e.getMessage()));
          }
          List<FileProblem> problems = Verification.files(snapshot);
          return problems.isEmpty() ? Verification.lucene(snapshot) : problems;
        });
  }

  /**
   * Makes the newest good snapshot that is older than the current one the served one.
   *
   * @throws SnapshotException NO_SNAPSHOT when there is none
   */
  public Snapshot rollback() {
    String current = currentId().orElseThrow(() -> SnapshotException.none(root));
    for (String id : onDisk(root, shelf::ids)) {
      if (id.compareTo(current) < 0) {
        try {
          return activate(id);
        } catch (SnapshotException e) {
          if (!Opening.isRefusal(e)) {
            throw e;
          }
        }
      }
    }
    throw SnapshotException.noneOlder(root);
  }

  /**
   * Makes a snapshot the served one, after a check of all its bytes; removes none.
   *
   * @throws SnapshotException NO_SNAPSHOT, WRONG_FORMAT or DAMAGED
   */
  public Snapshot activate(String id) {
    return onDisk(
        root,
        () -> {
          try (ProcessLock _ = shelf.publishing()) {
            Snapshot snapshot = shelf.good(id);
            shelf.point(id);
            return snapshot;
          }
        });
  }
}
