package io.zhixun.endtoend;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the browser of the machine; none is ever downloaded. */
final class Chromium {
  /** The lightest first: the shell has the whole engine and no windows. */
  private static final List<String> NAMES =
      List.of(
          "chromium-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable");

  private Chromium() {}

  /** The browser to use, from the folders of the path. */
  static Optional<Path> find(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    List<String> folders =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(path)
            .filter(folder -> !folder.isEmpty())
            .toList();
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
