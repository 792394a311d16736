package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingCopyTest {
  @TempDir private Path root;

  private Path copy(String name) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.writeString(folder.resolve("_0.cfs"), "bytes");
    return folder;
  }

  @Test
  void whatDeadProcessesLeftGoesAndWhatLivesStays() throws Exception {
    long own = ProcessHandle.current().pid();
    Process ended =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    ended.waitFor();
    copy("live-" + ended.pid() + "-1");
    copy("live-" + own + "-2");
    Path ofAnEarlierProcess = copy("live-" + own + "-3");
    Files.setLastModifiedTime(
        ofAnEarlierProcess, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    copy("something else");

    WorkingCopy.clean(root);

    try (Stream<Path> left = Files.list(root)) {
      assertEquals(
          Set.of("live-" + own + "-2", "something else"),
          left.map(path -> path.getFileName().toString()).collect(Collectors.toSet()));
    }
  }

  @Test
  void aFolderThatWasNeverMadeIsClean() throws IOException {
    WorkingCopy.clean(root.resolve("none"));
  }
}
