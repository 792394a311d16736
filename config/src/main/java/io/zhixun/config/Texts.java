package io.zhixun.config;

import io.zhixun.config.SettingsException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads text files whole, as strict UTF-8, from disk or from what this jar ships. */
final class Texts {
  private static final int MAX_BYTES = 8 << 20;

  private Texts() {}

  static String read(Path file) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new SettingsException(Code.UNREADABLE, name, "is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new SettingsException(
            Code.TOO_LARGE, name, "must have at most " + MAX_BYTES + " bytes");
      }
      return decode(name, bytes);
    } catch (NoSuchFileException missing) {
      throw new SettingsException(Code.UNREADABLE, name, "does not exist");
    } catch (IOException broken) {
      throw new SettingsException(Code.UNREADABLE, name, "cannot be read: " + broken);
    }
  }

  /** A file of the folder {@code config/}, from the jar. */
  static String shipped(String path) {
    try (InputStream in = Texts.class.getResourceAsStream("shipped/" + path)) {
      if (in == null) {
        throw new IllegalStateException("the config jar was built without shipped/" + path);
      }
      return decode("shipped " + path, in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String decode(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException broken) {
      throw new SettingsException(
          Code.NOT_UTF8, name, "is not UTF-8: save it in that encoding (" + broken + ")");
    }
  }
}
