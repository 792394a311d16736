package io.zhixun.cli;

import io.zhixun.indexer.snapshot.FileProblem;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.store.Archive;
import io.zhixun.store.Erasures.Erasure;
import io.zhixun.store.Store;
import io.zhixun.store.sql.LedgerFile;
import io.zhixun.store.sql.PepperFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder from which everything can be made again: {@code record.jsonl}, the snapshot that was
 * served, the secrets, the erasure ledger, and a manifest with the checksum of each. It holds what
 * learners did and what keys are hashed with, so only its owner may read it.
 */
record Backup(Path folder) {
  static final String RECORD = "record.jsonl";

  private static final String CURRENT = "CURRENT";
  private static final String SNAPSHOTS = "snapshots";
  private static final String SECRET = "secret";
  private static final int TRIES = 3;

  /**
   * Writes a backup, beside whoever serves. Nothing has the folder's name before it is whole.
   *
   * @throws CommandException when the folder is taken or cannot be written
   */
  BackupManifest write(Store store, DataFolder data, Instant now) {
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    try {
      if (!Folders.isEmpty(folder)) {
        throw new CommandException(folder + " must be an empty folder, or none");
      }
      Folders.delete(unfinished);
      Files.createDirectories(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      BackupManifest manifest = fill(unfinished, store, data, now);
      Files.writeString(unfinished.resolve(BackupManifest.NAME), manifest.json() + "\n");
      Folders.force(unfinished);
      Files.deleteIfExists(folder);
      Folders.rename(unfinished, folder);
      return manifest;
    } catch (IOException failed) {
      throw failure(unfinished, failed);
    }
  }

  private CommandException failure(Path unfinished, IOException failed) {
    try {
      Folders.delete(unfinished);
    } catch (IOException left) {
      failed.addSuppressed(left);
    }
    return new CommandException(
        "the backup " + folder + " cannot be written: " + failed.getMessage());
  }

  /** The snapshot first: the record then holds all that the snapshot does. */
  private static BackupManifest fill(Path target, Store store, DataFolder data, Instant now)
      throws IOException {
    copySnapshot(data, target);
    for (String name : List.of(PepperFile.NAME, SECRET, LedgerFile.NAME)) {
      if (Files.exists(data.root().resolve(name))) {
        Files.copy(data.root().resolve(name), target.resolve(name));
      }
    }
    Archive.Contents contents;
    try (Writer out = Files.newBufferedWriter(target.resolve(RECORD))) {
      contents = store.archive().writeTo(out);
    }
    return new BackupManifest(now, contents.seq(), contents.rows(), BackupManifest.sums(target));
  }

  /** A snapshot may go while it is copied, when newer ones are published: then the newer one. */
  private static void copySnapshot(DataFolder data, Path target) throws IOException {
    SnapshotStore snapshots = new SnapshotStore(data.root());
    for (int attempt = 1; ; attempt++) {
      Optional<String> id = snapshots.currentId();
      if (id.isEmpty()) {
        return;
      }
      try {
        Path copy = target.resolve(SNAPSHOTS).resolve(id.get());
        Files.createDirectories(copy.getParent());
        Folders.copy(data.root().resolve(SNAPSHOTS).resolve(id.get()), copy);
        requireGood(target, id.get());
        Files.writeString(target.resolve(CURRENT), id.get() + "\n");
        return;
      } catch (NoSuchFileException gone) {
        Folders.delete(target.resolve(SNAPSHOTS));
        if (attempt == TRIES) {
          throw gone;
        }
      }
    }
  }

  private static void requireGood(Path target, String id) {
    List<FileProblem> problems = new SnapshotStore(target).verify(id);
    if (!problems.isEmpty()) {
      throw new CommandException(
          "the snapshot that is served is damaged ("
              + problems.getFirst().file()
              + ": "
              + problems.getFirst().detail()
              + "): make a new one with `zhixun index build`, then back up again");
    }
  }

  /**
   * What a restoring did.
   *
   * @param erased learners who were in the backup although they had asked to be forgotten since
   */
  record Restored(BackupManifest manifest, int erased) {}

  /** Opens the record of a data folder. */
  interface Opener {
    Store open(DataFolder data);
  }

  /**
   * Makes a data folder of it. The folder must be empty, save for an erasure ledger, which is then
   * applied, as the one of the backup is.
   *
   * @throws CommandException when the backup is damaged or the folder is not empty
   */
  Restored restoreTo(DataFolder data, Opener opener) {
    Path target = data.root();
    Path unfinished = target.resolveSibling(target.getFileName() + ".restoring");
    BackupManifest manifest = BackupManifest.read(folder);
    try {
      List<String> problems = manifest.problems(folder);
      if (!problems.isEmpty()) {
        throw new CommandException(
            "the backup " + folder + " is damaged, nothing was restored: " + problems);
      }
      requireEmpty(target);
      Folders.delete(unfinished);
      Files.createDirectories(unfinished);
      int erased = fill(unfinished, target, opener);
      Folders.force(unfinished);
      Folders.delete(target);
      Folders.rename(unfinished, target);
      return new Restored(manifest, erased);
    } catch (IOException failed) {
      throw new CommandException("cannot restore to " + target + ": " + failed.getMessage());
    }
  }

  private static void requireEmpty(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> files = Files.list(target)) {
      boolean empty =
          files
              .map(file -> file.getFileName().toString())
              .allMatch(Set.of(LedgerFile.NAME)::contains);
      if (!empty) {
        throw new CommandException(
            target + " must be empty, or hold " + LedgerFile.NAME + " alone: name another folder");
      }
    }
  }

  private int fill(Path unfinished, Path target, Opener opener) throws IOException {
    Folders.copy(folder, unfinished);
    Files.delete(unfinished.resolve(BackupManifest.NAME));
    Files.delete(unfinished.resolve(RECORD));
    List<Erasure> later = new LedgerFile(target).read();
    List<Erasure> earlier = new LedgerFile(folder).read();
    try (Store store = opener.open(new DataFolder(unfinished));
        BufferedReader in = Files.newBufferedReader(folder.resolve(RECORD))) {
      store.archive().readFrom(in);
      return store.erasures().repeat(earlier).size() + store.erasures().repeat(later).size();
    }
  }
}
