package io.zhixun.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that ends in the middle of a build, without any clean-up. */
final class KilledBuild {
  static final int EXIT = 42;

  private KilledBuild() {}

  public static void main(String[] arguments) throws IOException {
    SnapshotDraft draft = new SnapshotStore(Path.of(arguments[0])).begin();
    draft.write("lucene/half", path -> Files.writeString(path, "half"));
    Runtime.getRuntime().halt(EXIT);
  }
}
