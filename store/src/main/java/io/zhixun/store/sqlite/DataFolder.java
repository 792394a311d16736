package io.zhixun.store.sqlite;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.sql.Pepper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.locks.LockSupport;

/** The files of a record, made when they do not exist: one process at a time. */
final class DataFolder {
  private static final String PEPPER = "pepper";
  private static final String LOCK = "store.lock";
  private static final long RETRY_NANOS = 5_000_000;

  private final Path folder;
  private final Schema schema;

  DataFolder(Path folder) {
    this.folder = folder;
    this.schema = new Schema(folder);
  }

  /** Brings folder and tables up to date, where they can be written, and reads the pepper. */
  Pepper prepare(SecureRandom random) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        schema.requireCurrent();
        return Files.exists(pepperFile()) ? readPepper() : freshPepper(random);
      }
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        schema.bringUpToDate();
        return lock.isValid() ? pepper(random) : freshPepper(random);
      }
    } catch (IOException broken) {
      throw new StoreException(
          Code.UNAVAILABLE,
          folder + " cannot be used, look at its disk and its rights: " + broken,
          broken);
    }
  }

  /** Waits for other processes; and for other threads, which Java answers with an exception. */
  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException ofThisProcess) {
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  private Pepper pepper(SecureRandom random) throws IOException {
    if (Files.exists(pepperFile())) {
      return readPepper();
    }
    if (schema.hasKeys()) {
      throw new StoreException(
          Code.DAMAGED,
          pepperFile()
              + " is gone, and without it no key works: put it back from a backup; or, to give it"
              + " up with all keys, make a new one of "
              + Pepper.LENGTH
              + " random bytes");
    }
    byte[] bytes = new byte[Pepper.LENGTH];
    random.nextBytes(bytes);
    Path unfinished = Files.createTempFile(folder, PEPPER, ".tmp"); // readable by its owner alone
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    }
    Files.move(unfinished, pepperFile(), ATOMIC_MOVE);
    forceFolder();
    return new Pepper(bytes);
  }

  /** A new name must survive a power loss too. */
  private void forceFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  /** Of no use beyond this process, which is fine where no key can be made. */
  private static Pepper freshPepper(SecureRandom random) {
    byte[] bytes = new byte[Pepper.LENGTH];
    random.nextBytes(bytes);
    return new Pepper(bytes);
  }

  private Pepper readPepper() throws IOException {
    byte[] bytes = Files.readAllBytes(pepperFile());
    if (bytes.length != Pepper.LENGTH) {
      throw new StoreException(
          Code.DAMAGED,
          pepperFile()
              + " must have "
              + Pepper.LENGTH
              + " bytes, got "
              + bytes.length
              + ": put it back from a backup");
    }
    return new Pepper(bytes);
  }

  private Path pepperFile() {
    return folder.resolve(PEPPER);
  }
}
