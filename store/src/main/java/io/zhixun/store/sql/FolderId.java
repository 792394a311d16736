package io.zhixun.store.sql;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * What a data folder is known by in the record: a random number that is made in it once, where it
 * lies and on which machine. So the copy of a folder is another folder, and one that is moved
 * leaves behind a name that nobody renews.
 */
public final class FolderId {
  public static final String FILE = "folder-id";

  private static final int BYTES = 16;

  private FolderId() {}

  /** The name; in a folder that cannot be written it may be another one the next time. */
  public static String of(Path folder, RandomGenerator random) throws IOException {
    String place = host() + " " + folder.toAbsolutePath().normalize();
    return digest(number(folder, random) + " " + place);
  }

  private static String number(Path folder, RandomGenerator random) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String number = HexFormat.of().formatHex(bytes);
    if (Files.isDirectory(folder) && Files.isWritable(folder)) {
      Path unfinished = Files.createTempFile(folder, FILE, ".tmp");
      Files.writeString(unfinished, number + "\n");
      Files.move(unfinished, file, ATOMIC_MOVE);
    }
    return number;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "";
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
