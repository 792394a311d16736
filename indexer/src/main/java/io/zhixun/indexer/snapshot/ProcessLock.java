package io.zhixun.indexer.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A lock between processes and between threads. The operating system releases it when the process
 * ends, however it ends.
 */
final class ProcessLock implements AutoCloseable {
  /**
   * Which locks this process holds. Static, because the operating system's locks belong to the
   * process too: closing a second channel on a locked file would release the first one's lock.
   */
  private static final Map<Path, Semaphore> HELD = new ConcurrentHashMap<>();

  private final FileChannel channel;
  private final Semaphore held;

  private ProcessLock(FileChannel channel, Semaphore held) {
    this.channel = channel;
    this.held = held;
  }

  /** The lock, when nobody holds it. */
  static Optional<ProcessLock> tryTake(Path file) throws IOException {
    Semaphore held = semaphore(file);
    return held.tryAcquire() ? lock(file, held, false) : Optional.empty();
  }

  /** The lock, as soon as nobody else holds it. */
  static ProcessLock take(Path file) throws IOException {
    Semaphore held = semaphore(file);
    held.acquireUninterruptibly();
    return lock(file, held, true).orElseThrow();
  }

  private static Semaphore semaphore(Path file) {
    return HELD.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new Semaphore(1));
  }

  private static Optional<ProcessLock> lock(Path file, Semaphore held, boolean wait)
      throws IOException {
    boolean taken = false;
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = wait ? channel.lock() : channel.tryLock();
      taken = lock != null;
      return taken ? Optional.of(new ProcessLock(channel, held)) : Optional.empty();
    } finally {
      if (!taken) {
        if (channel != null) {
          channel.close();
        }
        held.release();
      }
    }
  }

  /** Releases the lock; more than once is the same as once. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      try {
        channel.close();
      } finally {
        held.release();
      }
    }
  }
}
