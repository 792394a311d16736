package io.zhixun.config;

import io.zhixun.config.SettingsException.Code;
import io.zhixun.config.SettingsException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** Lines of a word list: one entry a line, {@code #} starts a comment, blank lines are skipped. */
final class WordFile {
  private static final int MAX_WORD = 64;

  private WordFile() {}

  /** The words, each once whatever its case. */
  static List<String> words(String name, String text, List<Problem> problems) {
    Map<String, String> places = new LinkedHashMap<>();
    return entries(
        name,
        text,
        problems,
        (where, line) -> {
          if (line.contains(",") || line.contains("，")) {
            throw new SettingsException(
                Code.BAD_ENTRY, where, "must be one word a line, got \"" + line + "\"");
          }
          String word = requireWord(where, line);
          requireNew(places, where, word);
          return word;
        });
  }

  /** The synonym rules, of which no two may answer to the same term. */
  static List<SynonymRule> synonyms(String name, String text, List<Problem> problems) {
    Map<String, String> places = new LinkedHashMap<>();
    return entries(
        name,
        text,
        problems,
        (where, line) -> {
          SynonymRule rule = SynonymRule.parse(where, line);
          rule.asked().forEach(term -> requireNew(places, where, term));
          return rule;
        });
  }

  private static <T> List<T> entries(
      String name, String text, List<Problem> problems, BiFunction<String, String, T> reader) {
    List<T> entries = new ArrayList<>();
    int number = 0;
    for (String raw : text.split("\\R", -1)) {
      number++;
      String line = withoutComment(raw).strip();
      if (line.isEmpty()) {
        continue;
      }
      try {
        entries.add(reader.apply(name + ":" + number, line));
      } catch (SettingsException wrong) {
        problems.addAll(wrong.problems());
      }
    }
    return entries;
  }

  /** {@code #} opens a comment at the start or after white space, so that C# is a word. */
  private static String withoutComment(String line) {
    for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
      if (at == 0 || Character.isWhitespace(line.charAt(at - 1))) {
        return line.substring(0, at);
      }
    }
    return line;
  }

  private static void requireNew(Map<String, String> places, String where, String term) {
    String first = places.putIfAbsent(folded(term), where);
    if (first != null) {
      throw new SettingsException(
          Code.DUPLICATE_ENTRY, where, "\"" + term + "\" stands at " + first + " already");
    }
  }

  /** How words are compared: without regard to case. */
  static String folded(String term) {
    return term.toLowerCase(Locale.ROOT);
  }

  static String requireWord(String where, String word) {
    if (word.isEmpty()) {
      throw new SettingsException(Code.BAD_ENTRY, where, "has an empty term");
    }
    if (word.codePointCount(0, word.length()) > MAX_WORD) {
      throw new SettingsException(
          Code.BAD_ENTRY, where, "a term must have at most " + MAX_WORD + " characters: " + word);
    }
    if (word.chars().anyMatch(Character::isISOControl)) {
      throw new SettingsException(Code.BAD_ENTRY, where, "a term must not hold control characters");
    }
    return word;
  }
}
