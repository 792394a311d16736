package io.zhixun.corpus.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes JSON lines in UTF-8, each ended by LF. For one thread. */
public final class JsonlWriter implements AutoCloseable {
  private final Path file;
  private final OutputStream out;

  private JsonlWriter(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /** Writes a file from its start. */
  public static JsonlWriter create(Path file) {
    try {
      return new JsonlWriter(file, new BufferedOutputStream(Files.newOutputStream(file)));
    } catch (IOException e) {
      throw CorpusFileException.writing(file, e);
    }
  }

  public JsonlWriter write(ObjectNode line) {
    try {
      out.write(line.toString().getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException e) {
      throw CorpusFileException.writing(file, e);
    }
    return this;
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw CorpusFileException.writing(file, e);
    }
  }
}
