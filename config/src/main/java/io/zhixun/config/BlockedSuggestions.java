package io.zhixun.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Words that are never suggested while somebody types. They act at the next start. */
public final class BlockedSuggestions {
  private static final String NAME = "blocked-suggestions.txt";

  private BlockedSuggestions() {}

  /** Those that the product ships. */
  public static List<String> shipped() {
    return words("shipped dictionaries/" + NAME, Texts.shipped("dictionaries/" + NAME));
  }

  /**
   * Those of a folder of dictionaries; the shipped ones where it has no such file.
   *
   * @throws SettingsException when the file cannot be read
   */
  public static List<String> read(Path folder) {
    Path file = folder.resolve(NAME);
    return Files.exists(file) ? words(file.toString(), Texts.read(file)) : shipped();
  }

  private static List<String> words(String name, String text) {
    List<SettingsException.Problem> problems = new ArrayList<>();
    List<String> words = WordFile.words(name, text, problems);
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return words;
  }
}
