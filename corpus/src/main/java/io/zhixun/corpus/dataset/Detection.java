package io.zhixun.corpus.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.corpus.jsonl.CorpusFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells by its first line what a file holds. */
final class Detection {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private Detection() {}

  static Dataset catalogue(Path file) {
    JsonNode line = StrictJson.read(firstLine(file)).valid().orElseThrow(() -> unknown(file));
    if (line.has("format")) {
      return new JsonlDataset(List.of(file));
    }
    if (line.has("intro") && line.has("teachers")) {
      return new MoocCube(List.of(file));
    }
    if (line.has("votes") || line.has("isbn")) {
      return new DoubanBooks(List.of(file));
    }
    throw unknown(file);
  }

  private static CorpusFileException unknown(Path file) {
    return CorpusFileException.wrongContent(
        file.toString(),
        "must start with a catalogue line: ours has format, mooccube's intro and teachers,"
            + " douban's votes or isbn");
  }

  static Dataset interactions(Path file) {
    String line = firstLine(file);
    Optional<JsonNode> json = StrictJson.read(line).valid();
    if (json.isPresent() && json.get().has("event")) {
      return new JsonlDataset(List.of(file));
    }
    if (line.strip().split("\t", -1).length == 2) {
      return new MoocCube(List.of(file));
    }
    throw CorpusFileException.wrongContent(
        file.toString(), "must start with an event line or with user and item, separated by a tab");
  }

  private static String firstLine(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      if (line != null && line.startsWith(BYTE_ORDER_MARK)) {
        line = line.substring(1);
      }
      while (line != null && line.isBlank()) {
        line = lines.readLine();
      }
      return line == null ? "" : line;
    } catch (IOException e) {
      throw CorpusFileException.reading(file.toString(), e);
    }
  }
}
