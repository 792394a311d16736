package io.zhixun.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where things are found and kept. */
final class Places {
  private Places() {}

  /**
   * A folder for what takes long to make. All forks of a run share it when {@code
   * zhixun.benchmarks.folder} names one, as {@code jmh.sh} does; otherwise each makes its own.
   */
  static Path folder(String name) {
    try {
      Optional<String> shared = Optional.ofNullable(System.getProperty("zhixun.benchmarks.folder"));
      return shared.isPresent()
          ? Files.createDirectories(Path.of(shared.get(), name))
          : Files.createTempDirectory("zhixun-" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the published data, which may be absent. */
  static Path data(String name) {
    return Path.of(System.getProperty("zhixun.shared", "../shared"), "data").resolve(name);
  }
}
