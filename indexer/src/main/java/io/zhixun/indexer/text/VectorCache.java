package io.zhixun.indexer.text;

import io.zhixun.indexer.text.TextException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Vectors on disk by what was encoded: a file that only grows. A header names the format and the
 * encoder; each record is a digest of the text (16 bytes), the vector (512 numbers of two bytes, in
 * units of 1/32767), and a checksum of both (CRC-32C). Reading ends at the first record that is cut
 * short or damaged, as after a kill, and writing goes on from there. A file of another encoder is
 * begun anew.
 *
 * <p>One process writes, the first that opens it; others read what was there. Safe for many
 * threads.
 */
public final class VectorCache implements AutoCloseable {
  private static final int KEY = 16;
  private static final int VECTOR = TextEncoder.DIMENSIONS * Short.BYTES;
  private static final int RECORD = KEY + VECTOR + Integer.BYTES;
  private static final float SCALE = 32_767;
  private static final String FORMAT = "zhixun text vectors 1: ";

  private final Map<Key, Long> places = new HashMap<>();
  private final FileChannel channel;
  private final Optional<FileLock> lock;
  private long end;

  /** The digest of a text. */
  private record Key(long first, long second) {
    static Key of(String text) {
      try {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        return new Key(digest.getLong(), digest.getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("SHA-256 must be there in every JDK", e);
      }
    }
  }

  private VectorCache(FileChannel channel, Optional<FileLock> lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens a file, or makes it.
   *
   * @param encoder the name of what makes the vectors
   */
  public static VectorCache open(Path file, String encoder) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      VectorCache cache = new VectorCache(channel, lock(channel));
      cache.read((FORMAT + encoder + "\n").getBytes(StandardCharsets.UTF_8));
      return cache;
    } catch (IOException e) {
      throw new TextException(Code.CACHE, "cannot open " + file, e);
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // somebody else in this process writes it
    }
  }

  private void read(byte[] header) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(header.length);
    readFully(start, 0);
    if (!start.flip().equals(ByteBuffer.wrap(header))) {
      if (lock.isEmpty()) {
        return; // of another encoder, and not ours to begin anew
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(header), 0);
    }
    end = header.length;
    ByteBuffer block = ByteBuffer.allocate(RECORD * 256);
    boolean isSound = true;
    while (isSound) {
      readFully(block.clear(), end);
      block.flip();
      isSound = block.remaining() >= RECORD;
      while (isSound && block.remaining() >= RECORD) {
        isSound = isSound(block);
        if (isSound) {
          places.put(
              new Key(block.getLong(block.position()), block.getLong(block.position() + 8)), end);
          end += RECORD;
          block.position(block.position() + RECORD);
        }
      }
    }
    if (lock.isPresent()) {
      channel.truncate(end);
    }
  }

  private void readFully(ByteBuffer into, long from) throws IOException {
    int count = 0;
    while (into.hasRemaining() && count >= 0) {
      count = channel.read(into, from + into.position());
    }
  }

  private static boolean isSound(ByteBuffer block) {
    return block.getInt(block.position() + KEY + VECTOR)
        == checksum(block.slice(block.position(), KEY + VECTOR));
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  /** The vector of a text, when it was encoded before. */
  public synchronized Optional<float[]> get(String text) {
    Long place = places.get(Key.of(text));
    if (place == null) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.allocate(VECTOR);
      readFully(bytes, place + KEY);
      bytes.flip();
      float[] vector = new float[TextEncoder.DIMENSIONS];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = bytes.getShort() / SCALE;
      }
      return Optional.of(vector);
    } catch (IOException e) {
      throw new TextException(Code.CACHE, "cannot read a vector", e);
    }
  }

  /** Keeps a vector, unless another process does the writing. */
  public synchronized void put(String text, float[] vector) {
    Key key = Key.of(text);
    if (lock.isEmpty() || places.containsKey(key)) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(RECORD);
    bytes.putLong(key.first()).putLong(key.second());
    for (float value : vector) {
      bytes.putShort((short) Math.round(value * SCALE));
    }
    bytes.putInt(checksum(bytes.slice(0, KEY + VECTOR))).flip();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, end + bytes.position());
      }
    } catch (IOException e) {
      throw new TextException(Code.CACHE, "cannot write a vector", e);
    }
    places.put(key, end);
    end += RECORD;
  }

  /** How many vectors are there. */
  public synchronized int size() {
    return places.size();
  }

  @Override
  public synchronized void close() {
    try {
      channel.close(); // and with it the lock
    } catch (IOException e) {
      throw new TextException(Code.CACHE, "cannot close the file of vectors", e);
    }
  }
}
