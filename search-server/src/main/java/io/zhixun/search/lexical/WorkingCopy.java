package io.zhixun.search.lexical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.misc.store.HardlinkCopyDirectoryWrapper;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NRTCachingDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of hard links to the files of one commit. Removing it removes links, never the files of
 * the snapshot; where links cannot be made (another file system) the files are copied.
 */
final class WorkingCopy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkingCopy.class);
  private static final String PREFIX = "live-";

  /** By so much a process's start may be told wrong. */
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

  private final Path folder;
  private final Directory directory;

  private WorkingCopy(Path folder, Directory directory) {
    this.folder = folder;
    this.directory = directory;
  }

  static WorkingCopy of(Path lucene, Path root) throws IOException {
    Files.createDirectories(root);
    // The process id lets cleaning tell the copies of a dead process from those of a live one.
    Path folder = Files.createTempDirectory(root, PREFIX + ProcessHandle.current().pid() + "-");
    HardlinkCopyDirectoryWrapper links = new HardlinkCopyDirectoryWrapper(FSDirectory.open(folder));
    try (Directory source = FSDirectory.open(lucene)) {
      // The files of the commit, not of the folder: a lock may lie there.
      for (String file : SegmentInfos.readLatestCommit(source).files(true)) {
        links.copyFrom(source, file, file, IOContext.READONCE);
      }
    }
    return new WorkingCopy(folder, new NRTCachingDirectory(links, 5, 60));
  }

  Directory directory() {
    return directory;
  }

  /** Removes the copies that processes now dead have left behind: their links hold disk. */
  static void clean(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> abandoned;
    try (Stream<Path> folders = Files.list(root)) {
      abandoned = folders.filter(WorkingCopy::isAbandoned).toList();
    }
    for (Path folder : abandoned) {
      try {
        delete(folder);
      } catch (IOException | UncheckedIOException e) {
        LOG.debug("{} is left to who else removes it, or to the next start", folder, e);
      }
    }
  }

  private static boolean isAbandoned(Path folder) {
    String[] parts = folder.getFileName().toString().split("-", 3);
    if (parts.length != 3 || !parts[0].equals("live") || !parts[1].matches("\\d{1,18}")) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(parts[1]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> !beganAfter(process, folder))
        .isEmpty();
  }

  /** The number of a dead process is given out again; in a container it is always the same. */
  private static boolean beganAfter(ProcessHandle process, Path folder) {
    try {
      Instant used = Files.getLastModifiedTime(folder).toInstant().plus(CLOCKS_DIFFER);
      return process.info().startInstant().filter(used::isBefore).isPresent();
    } catch (IOException gone) {
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> contents;
    try (Stream<Path> paths = Files.walk(folder)) {
      contents = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : contents) {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      directory.close();
    } finally {
      delete(folder);
    }
  }
}
