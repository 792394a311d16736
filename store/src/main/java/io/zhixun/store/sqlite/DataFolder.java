package io.zhixun.store.sqlite;

import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.sql.FolderId;
import io.zhixun.store.sql.Pepper;
import io.zhixun.store.sql.PepperFile;
import java.io.IOException;
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
  private static final String LOCK = "store.lock";
  private static final long RETRY_NANOS = 5_000_000;

  private final Path folder;
  private final Schema schema;
  private final PepperFile pepper;

  DataFolder(Path folder) {
    this.folder = folder;
    this.schema = new Schema(folder);
    this.pepper = new PepperFile(folder);
  }

  /** Brings folder and tables up to date, where they can be written, and reads the pepper. */
  Pepper prepare(SecureRandom random) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        schema.requireCurrent();
        return pepper.exists() ? pepper.read() : PepperFile.passing(random);
      }
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        schema.bringUpToDate();
        return lock.isValid()
            ? pepper.readOrMake(random, schema::hasKeys)
            : PepperFile.passing(random);
      }
    } catch (IOException broken) {
      throw unusable(broken);
    }
  }

  /** By what it is known in the record. */
  String id(SecureRandom random) {
    try {
      return FolderId.of(folder, random);
    } catch (IOException broken) {
      throw unusable(broken);
    }
  }

  private StoreException unusable(IOException broken) {
    return new StoreException(
        Code.UNAVAILABLE,
        folder + " cannot be used, look at its disk and its rights: " + broken,
        broken);
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
}
