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

  /** Where a file or folder of it lies. */
  public Path file(String name) {
    return folder.resolve(name);
  }
}
