package io.zhixun.indexer.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Objects;

/**
 * Snapshots cannot be read or written. The code is stable and goes to logs, exit messages and
 * {@code /readyz}; the message says what to do.
 */
public final class SnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as a closed list. */
  public enum Code {
    /** None was built yet, or none of that name. */
    NO_SNAPSHOT,
    /** Written by a version that this one does not read. */
    WRONG_FORMAT,
    /** Bytes are missing or not those that were written. */
    DAMAGED,
    /** Another process builds. */
    BUSY,
    /** No space left on the disk. */
    FULL,
    /** The folder must not be written. */
    READ_ONLY,
    /** The disk failed in another way. */
    DISK
  }

  private final Code code;

  private SnapshotException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  static SnapshotException none(Path root) {
    return new SnapshotException(
        Code.NO_SNAPSHOT, "no snapshot in " + root + ": run `zhixun index build`", null);
  }

  static SnapshotException unknown(String id, Path root) {
    return new SnapshotException(
        Code.NO_SNAPSHOT,
        "no snapshot " + id + " in " + root + ": `zhixun index list` names those there are",
        null);
  }

  static SnapshotException noneOlder(Path root) {
    return new SnapshotException(
        Code.NO_SNAPSHOT,
        "no good snapshot older than the served one in " + root + ": run `zhixun index build`",
        null);
  }

  static SnapshotException wrongFormat(String id, String found, int readable) {
    return new SnapshotException(
        Code.WRONG_FORMAT,
        "snapshot "
            + id
            + " has format "
            + found
            + ", this version reads "
            + readable
            + ": run `zhixun index build`",
        null);
  }

  static SnapshotException damaged(String id, String problem) {
    return new SnapshotException(
        Code.DAMAGED,
        "snapshot "
            + id
            + " is damaged, "
            + problem
            + ": run `zhixun index build`, or `zhixun index rollback`",
        null);
  }

  static SnapshotException busy(Path lock) {
    return new SnapshotException(
        Code.BUSY,
        "another process builds a snapshot (it holds " + lock + "): wait until it is done",
        null);
  }

  /** What went wrong on the disk, with the code that says what to do about it. */
  static SnapshotException disk(Path path, Exception cause) {
    String reason = Objects.toString(cause.getMessage(), "").toLowerCase(Locale.ROOT);
    if (reason.contains("no space left") || reason.contains("quota exceeded")) {
      return new SnapshotException(
          Code.FULL, "no space left for " + path + ": free some and try again", cause);
    }
    boolean isReadOnly =
        cause instanceof AccessDeniedException
            || cause instanceof ReadOnlyFileSystemException
            || reason.contains("read-only file system");
    if (isReadOnly) {
      return new SnapshotException(
          Code.READ_ONLY,
          path + " must not be written: give the process the right to, or choose another folder",
          cause);
    }
    return new SnapshotException(
        Code.DISK, path + " cannot be used (" + cause + "): check the disk", cause);
  }

  /** Something that touches the disk. */
  @FunctionalInterface
  interface DiskWork<T> {
    T run() throws IOException;
  }

  /** Runs it, and names what goes wrong. */
  static <T> T onDisk(Path path, DiskWork<T> work) {
    try {
      return work.run();
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw disk(path, e);
    } catch (UncheckedIOException e) {
      throw disk(path, e.getCause());
    }
  }

  public Code code() {
    return code;
  }
}
