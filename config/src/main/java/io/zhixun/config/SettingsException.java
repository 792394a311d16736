package io.zhixun.config;

import java.util.List;
import java.util.stream.Collectors;

/** Settings or word lists that cannot be used; holds every problem that was found. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, as a closed list, so that a runbook can have one entry for each. */
  public enum Code {
    /** The file is missing, is not a file or may not be read. */
    UNREADABLE,
    /** The file is larger than any settings file or word list has reason to be. */
    TOO_LARGE,
    /** The bytes are not UTF-8. */
    NOT_UTF8,
    /** The file holds nothing, as a file does whose writing was cut short. */
    EMPTY,
    /** The text is not YAML, or nests too deeply. */
    SYNTAX,
    /** Anchors, aliases, tags, merge keys and further documents are YAML, but not settings. */
    UNSUPPORTED_YAML,
    /** The file is a list or a single value where {@code section: …} is expected. */
    NOT_A_MAP,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    MISSING_VALUE,
    WRONG_TYPE,
    /** The value has the right type, and the settings record refuses it. */
    REFUSED_VALUE,
    /** An override that does not read {@code key=value}. */
    BAD_OVERRIDE,
    /** A line of a word list that cannot be read. */
    BAD_ENTRY,
    /** A word that a list already has. */
    DUPLICATE_ENTRY
  }

  /**
   * One thing that is wrong.
   *
   * @param where file and line, the override, or the file alone where no line is to blame
   * @param key path of the setting such as {@code search.weights.title}; empty when none is to
   *     blame
   */
  public record Problem(Code code, String where, String key, String detail) {
    @Override
    public String toString() {
      return where + ": " + (key.isEmpty() ? "" : key + ": ") + detail;
    }
  }

  private final transient List<Problem> problems;

  SettingsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("problems must not be empty");
    }
    this.problems = List.copyOf(problems);
  }

  SettingsException(Code code, String where, String detail) {
    this(List.of(new Problem(code, where, "", detail)));
  }

  /** The code of the first problem. */
  public Code code() {
    return problems.getFirst().code();
  }

  /** Everything that was found, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
