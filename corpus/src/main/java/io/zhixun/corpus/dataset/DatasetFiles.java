package io.zhixun.corpus.dataset;

import io.zhixun.corpus.jsonl.CorpusFileException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which files are meant by what somebody typed. */
final class DatasetFiles {
  private DatasetFiles() {}

  /**
   * The files as they are; for a folder those in it that match, pattern by pattern and then by
   * name.
   *
   * @param patterns of file names, with {@code *}
   */
  static List<Path> expand(List<Path> paths, String... patterns) {
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("paths must name at least one file or folder, got none");
    }
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path, patterns));
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        String name = path.toString();
        throw CorpusFileException.reading(name, new NoSuchFileException(name));
      }
    }
    return files;
  }

  private static List<Path> inFolder(Path folder, String... patterns) {
    List<Path> files = new ArrayList<>();
    for (String pattern : patterns) {
      List<Path> matching = new ArrayList<>();
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
        found.forEach(matching::add);
      } catch (IOException e) {
        throw CorpusFileException.reading(folder.toString(), e);
      }
      matching.stream().sorted().forEach(files::add);
    }
    if (files.isEmpty()) {
      throw CorpusFileException.wrongContent(
          folder.toString(), "must hold " + String.join(" or ", patterns) + ", got neither");
    }
    return files;
  }

  /** Whether a file's name ends so. */
  static boolean endsWith(Path file, String end) {
    return file.getFileName().toString().endsWith(end);
  }
}
