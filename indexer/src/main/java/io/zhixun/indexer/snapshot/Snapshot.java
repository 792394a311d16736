package io.zhixun.indexer.snapshot;

import java.nio.file.Path;

/** A finished, immutable snapshot on disk. */
public record Snapshot(Path folder, Manifest manifest) {
  public String id() {
    return manifest.id();
  }

  /** The last change that it contains. */
  public long seq() {
    return manifest.facts().seq();
  }

  /**
   * Reads one file or folder of it.
   *
   * @param name path within the snapshot, with slashes
   * @throws SnapshotException when the disk does not let it
   */
  public <T> T read(String name, PathWork<T> work) {
    return SnapshotException.onDisk(file(name), () -> work.run(file(name)));
  }

  /** Where a file or folder of it lies. */
  public Path file(String name) {
    return folder.resolve(name);
  }
}
