package io.zhixun.search.measure;

import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.corpus.jsonl.TextLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Files of one record a line whose fields are separated by tabs. */
final class TabLines {
  private static final Pattern TAB = Pattern.compile("\t");

  private TabLines() {}

  /**
   * All lines but blank ones.
   *
   * @param least fields that a line must have
   * @throws CorpusFileException when the file cannot be read, or a line has fewer fields
   */
  static List<List<String>> read(Path file, Pattern separator, int least) {
    List<List<String>> lines = new ArrayList<>();
    TextLines.read(
        file,
        StandardCharsets.UTF_8,
        (number, text) -> {
          if (!text.isBlank()) {
            List<String> fields = Arrays.asList(separator.split(text, -1));
            if (fields.size() < least) {
              throw CorpusFileException.wrongContent(
                  file.toString(),
                  "line %d must have at least %d fields, got %d"
                      .formatted(number, least, fields.size()));
            }
            lines.add(fields);
          }
        },
        problem -> {
          throw CorpusFileException.wrongContent(file.toString(), problem.message());
        });
    return lines;
  }

  static List<List<String>> read(Path file, int least) {
    return read(file, TAB, least);
  }
}
