package io.zhixun.corpus.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Published data that some tests measure against; it is no part of the project. */
public final class SharedData {
  private SharedData() {}

  /** The path below the shared data folder; skips the test where it is absent. */
  public static Path path(String relative) {
    Path path = Path.of(System.getProperty("zhixun.shared", "../../shared"), "data", relative);
    assumeTrue(Files.exists(path), () -> "skipped: there is no " + path.toAbsolutePath());
    return path;
  }
}
