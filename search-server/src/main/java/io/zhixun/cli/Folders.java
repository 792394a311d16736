package io.zhixun.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What backups do with whole folders. */
final class Folders {
  private Folders() {}

  static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** Returns when all files and their names are on the disk. */
  static void force(Path folder) throws IOException {
    for (Path file : bottomUp(folder)) {
      forceOne(file);
    }
  }

  /** Returns when the bytes of a file, or the names in a folder, are on the disk. */
  static void forceOne(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Gives a finished folder its name beside itself; returns when that is on the disk. */
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    forceOne(to.toAbsolutePath().getParent());
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path file : bottomUp(folder)) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> bottomUp(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
