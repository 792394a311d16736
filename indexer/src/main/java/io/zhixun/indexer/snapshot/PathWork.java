package io.zhixun.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** Something done to a file or folder of a snapshot. */
@FunctionalInterface
public interface PathWork<T> {
  T run(Path path) throws IOException;
}
