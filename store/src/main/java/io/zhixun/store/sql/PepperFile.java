package io.zhixun.store.sql;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The file in a data folder that holds the pepper. */
public final class PepperFile {
  public static final String NAME = "pepper";

  private final Path folder;

  public PepperFile(Path folder) {
    this.folder = folder;
  }

  private Path file() {
    return folder.resolve(NAME);
  }

  public boolean exists() {
    return Files.exists(file());
  }

  /**
   * The pepper, made on first use.
   *
   * @param random unpredictable
   * @param hasKeys whether a key exists already; without its pepper it would never work again
   */
  public Pepper readOrMake(RandomGenerator random, BooleanSupplier hasKeys) throws IOException {
    if (exists()) {
      return read();
    }
    if (hasKeys.getAsBoolean()) {
      throw new StoreException(
          Code.DAMAGED,
          file()
              + " is gone, and without it no key works: put it back from a backup or from another"
              + " server of the same record; or, to give it up with all keys, make a new one of "
              + Pepper.LENGTH
              + " random bytes");
    }
    Files.createDirectories(folder);
    byte[] bytes = bytes(random);
    Path unfinished = Files.createTempFile(folder, NAME, ".tmp"); // readable by its owner alone
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    }
    Files.move(unfinished, file(), ATOMIC_MOVE);
    forceFolder();
    return new Pepper(bytes);
  }

  /** A new name must survive a power loss too. */
  private void forceFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  public Pepper read() throws IOException {
    byte[] bytes = Files.readAllBytes(file());
    if (bytes.length != Pepper.LENGTH) {
      throw new StoreException(
          Code.DAMAGED,
          file()
              + " must have "
              + Pepper.LENGTH
              + " bytes, got "
              + bytes.length
              + ": put it back from a backup");
    }
    return new Pepper(bytes);
  }

  /** A pepper that is kept nowhere, for where no key can be made. */
  public static Pepper passing(RandomGenerator random) {
    return new Pepper(bytes(random));
  }

  private static byte[] bytes(RandomGenerator random) {
    byte[] bytes = new byte[Pepper.LENGTH];
    random.nextBytes(bytes);
    return bytes;
  }
}
