package io.zhixun.indexer.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What has reached the disk: the bytes of a file when they were last forced, and the names in a
 * folder when it was last forced. The rest of a real folder is only in memory: a power loss may
 * keep any of it or none, each name and each file on its own, and of a file a part.
 */
public final class Platter {
  private static final Path GONE = Path.of("no such file");

  private final Path real;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<Integer, byte[]> contents = new HashMap<>();
  private final Map<Integer, Map<String, Entry>> folders = new HashMap<>();
  private int next;

  /** A name's file or folder, by a number that no other one ever has. */
  private record Entry(int number, boolean isFolder) {}

  Platter(Path real) {
    this.real = real;
  }

  /** The number of what is at a path now. */
  private Entry entry(Path path) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    int number = numbers.computeIfAbsent(attributes.fileKey(), _ -> next++);
    return new Entry(number, attributes.isDirectory());
  }

  /** What is at a path goes; the operating system may give its own number to another file. */
  void goes(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      entry(path); // has a number from before, or gets one that is not used again
      numbers.remove(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .fileKey());
    }
  }

  void forced(Path path) throws IOException {
    Entry entry = entry(path);
    if (entry.isFolder()) {
      folders.put(entry.number(), names(path));
    } else {
      contents.put(entry.number(), Files.readAllBytes(path));
    }
  }

  private Map<String, Entry> names(Path folder) throws IOException {
    Map<String, Entry> names = new HashMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> children = Files.list(folder)) {
        for (Path child : children.toList()) {
          names.put(child.getFileName().toString(), entry(child));
        }
      }
    }
    return names;
  }

  /**
   * Makes the folder as it is when the power comes back after failing now.
   *
   * @param kept what share of what was not forced survives all the same: 0 nothing, 1 everything
   */
  public void afterPowerLoss(Path target, double kept, Random random) throws IOException {
    // The folder's own name was there before, like the disk.
    Files.createDirectories(target);
    restore(entry(real), target, new Luck(kept, random), places());
  }

  private record Luck(double kept, Random random) {
    boolean isKept() {
      return random.nextDouble() < kept;
    }
  }

  /** Where a file or folder of a number is now; nowhere when it is gone. */
  private Map<Integer, Path> places() throws IOException {
    Map<Integer, Path> places = new HashMap<>();
    try (Stream<Path> all = Files.walk(real)) {
      for (Path path : all.toList()) {
        places.put(entry(path).number(), path);
      }
    }
    return places;
  }

  private void restore(Entry folder, Path target, Luck luck, Map<Integer, Path> places)
      throws IOException {
    Map<String, Entry> forced = folders.getOrDefault(folder.number(), Map.of());
    Map<String, Entry> current = names(places.getOrDefault(folder.number(), GONE));
    Set<String> all = new TreeSet<>(forced.keySet());
    all.addAll(current.keySet());
    for (String name : all) {
      Map<String, Entry> source = luck.isKept() ? current : forced;
      Entry entry = source.get(name);
      if (entry == null) {
        continue;
      }
      Path copy = target.resolve(name);
      if (entry.isFolder()) {
        Files.createDirectory(copy);
        restore(entry, copy, luck, places);
      } else {
        Files.write(copy, content(entry, places.getOrDefault(entry.number(), GONE), luck));
      }
    }
  }

  /** Bytes that were not forced are lost as a whole, kept as a whole, or kept up to some byte. */
  private byte[] content(Entry file, Path now, Luck luck) throws IOException {
    byte[] forced = contents.getOrDefault(file.number(), new byte[0]);
    if (!luck.isKept() || !Files.exists(now)) {
      return forced;
    }
    byte[] current = Files.readAllBytes(now);
    return luck.random().nextBoolean() && !Arrays.equals(current, forced)
        ? Arrays.copyOf(current, luck.random().nextInt(current.length + 1))
        : current;
  }
}
