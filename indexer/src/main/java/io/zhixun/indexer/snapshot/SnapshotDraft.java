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

  /** Where a file goes; folders in its name are made. */
  public Path file(String name) {
    Path file = folder.resolve(name);
    return SnapshotException.onDisk(
        file,
        () -> {
          Files.createDirectories(file.getParent());
          return file;
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
