package io.zhixun.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A snapshot that is being written; while it is open no other build can begin. Closing removes it,
 * unless it was sealed. For one thread at a time.
 */
public final class SnapshotDraft implements AutoCloseable {
  private final Path folder;
  private final ProcessLock lock;

  SnapshotDraft(Path folder, ProcessLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Where to write. */
  public Path folder() {
    return folder;
  }

  /**
   * Writes one file or folder; the folder it lies in is made first.
   *
   * @param name path within the snapshot, with slashes
   * @throws SnapshotException when the disk does not let it
   */
  public void write(String name, PathWork<?> work) {
    Path path = folder.resolve(name);
    SnapshotException.onDisk(
        path,
        () -> {
          Files.createDirectories(path.getParent());
          return work.run(path);
        });
  }

  /** Gives up what was not sealed, and lets other builds begin. */
  @Override
  public void close() {
    SnapshotException.onDisk(
        folder,
        () -> {
          try {
            Disk.deleteTree(folder);
          } finally {
            lock.close();
          }
          return folder;
        });
  }

  void release() throws IOException {
    lock.close();
  }
}
