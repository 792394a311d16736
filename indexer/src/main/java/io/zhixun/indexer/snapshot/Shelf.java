package io.zhixun.indexer.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The layout below the data folder: finished snapshots by id, and which one is current. */
record Shelf(Path root) {
  private static final String DRAFT_PREFIX = ".draft-";

  Path snapshots() {
    return root.resolve("snapshots");
  }

  Path buildLock() {
    return root.resolve("build.lock");
  }

  private Path pointer() {
    return root.resolve("CURRENT");
  }

  /** What {@code CURRENT} says; empty when there is no such file. */
  Optional<String> currentId() throws IOException {
    return Files.exists(pointer())
        ? Optional.of(new String(Files.readAllBytes(pointer()), StandardCharsets.UTF_8).strip())
        : Optional.empty();
  }

  /** Lets {@code CURRENT} name a snapshot. Only under {@link #publishing}. */
  void point(String id) throws IOException {
    Disk.replace(pointer(), (id + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Waits until nobody else changes which snapshots there are and which is current. */
  ProcessLock publishing() throws IOException {
    Files.createDirectories(root);
    return ProcessLock.take(root.resolve("publish.lock"));
  }

  /** The names of finished snapshots, newest first. */
  List<String> ids() throws IOException {
    if (!Files.isDirectory(snapshots())) {
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(snapshots())) {
      for (Path folder : folders) {
        String name = folder.getFileName().toString();
        if (SnapshotId.isOne(name)) {
          ids.add(name);
        }
      }
    }
    ids.sort(Comparator.reverseOrder());
    return ids;
  }

  /** The name of the newest finished snapshot. */
  Optional<String> newest() throws IOException {
    return ids().stream().findFirst();
  }

  /**
   * The folder of a snapshot.
   *
   * @throws SnapshotException NO_SNAPSHOT when there is none of that id
   */
  Path folder(String id) {
    if (!SnapshotId.isOne(id) || !Files.isDirectory(snapshots().resolve(id))) {
      throw SnapshotException.unknown(id, root);
    }
    return snapshots().resolve(id);
  }

  /** A new folder for a draft. */
  Path newDraft() throws IOException {
    return Files.createTempDirectory(snapshots(), DRAFT_PREFIX);
  }

  /** Removes all drafts. Only under the build lock, whose holder's would be the only living one. */
  void deleteDrafts() throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(snapshots(), DRAFT_PREFIX + "*")) {
      for (Path draft : drafts) {
        Disk.deleteTree(draft);
      }
    }
  }

  /** Removes a snapshot; at once for every reader, because it becomes a draft first. */
  void delete(String id) throws IOException {
    Path draft = newDraft();
    Files.move(folder(id), draft, StandardCopyOption.ATOMIC_MOVE);
    Disk.deleteTree(draft);
  }

  /** A snapshot as its manifest describes it. */
  Snapshot read(String id) {
    Path folder = folder(id);
    return new Snapshot(folder, ManifestFile.read(folder));
  }

  /** A snapshot of which every byte was checked. */
  Snapshot good(String id) throws IOException {
    Snapshot snapshot = read(id);
    List<FileProblem> problems = Verification.files(snapshot);
    if (!problems.isEmpty()) {
      throw SnapshotException.damaged(id, problems.getFirst().toString());
    }
    return snapshot;
  }
}
