package io.zhixun.config;

import io.zhixun.config.SettingsException.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One line of synonyms.
 *
 * <ul>
 *   <li>{@code 机器学习, ML, machine learning}: whoever asks for one finds all of them;
 *   <li>{@code k8s => kubernetes, 容器编排}: whoever asks for what stands left finds what stands right
 *       too, and not the other way round.
 * </ul>
 *
 * @param asked terms of a query that the rule answers to, lower case apart
 * @param found terms that are then searched as well
 */
public record SynonymRule(List<String> asked, List<String> found) {
  private static final String ARROW = "=>";

  public SynonymRule {
    asked = List.copyOf(asked);
    found = List.copyOf(found);
  }

  /** Whether the terms stand for each other both ways. */
  public boolean isMutual() {
    return asked.equals(found);
  }

  /**
   * Reads one line.
   *
   * @param where what messages call the place of the line
   * @throws SettingsException when the line is no rule
   */
  public static SynonymRule parse(String where, String line) {
    int arrow = line.indexOf(ARROW);
    if (arrow < 0) {
      List<String> terms = terms(where, line);
      if (terms.size() < 2) {
        throw bad(where, "a group of synonyms needs at least two terms: \"" + line + "\"");
      }
      return new SynonymRule(terms, terms);
    }
    String right = line.substring(arrow + ARROW.length());
    if (right.contains(ARROW)) {
      throw bad(where, "must hold \"=>\" once: \"" + line + "\"");
    }
    return new SynonymRule(terms(where, line.substring(0, arrow)), terms(where, right));
  }

  /** The line that {@link #parse} reads. */
  public String line() {
    String left = String.join(", ", asked);
    return isMutual() ? left : left + " " + ARROW + " " + String.join(", ", found);
  }

  private static List<String> terms(String where, String text) {
    List<String> terms = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String part : text.split("[,，]", -1)) {
      String term = WordFile.requireWord(where, part.strip());
      if (!seen.add(WordFile.folded(term))) {
        throw new SettingsException(Code.DUPLICATE_ENTRY, where, "has \"" + term + "\" twice");
      }
      terms.add(term);
    }
    return terms;
  }

  private static SettingsException bad(String where, String detail) {
    return new SettingsException(Code.BAD_ENTRY, where, detail);
  }
}
