package io.zhixun.corpus.check;

/**
 * What a text may look like. Whatever the rule, unpaired surrogates and control characters are
 * refused; a text is never trimmed or changed.
 *
 * @param maxLength in UTF-16 units
 * @param lines whether line breaks and tabs are allowed
 */
public record TextRule(int maxLength, boolean lines, Blank blank) {

  /** What a text without any visible character means. */
  public enum Blank {
    /** A mistake. */
    REFUSED,
    /** The same as leaving the field out. */
    ABSENT,
    /** A value like any other. */
    KEPT
  }

  /** One line that says something. */
  public static TextRule line(int maxLength) {
    return new TextRule(maxLength, false, Blank.REFUSED);
  }

  /** One line that may be left blank, which is then the same as absent. */
  public static TextRule optionalLine(int maxLength) {
    return new TextRule(maxLength, false, Blank.ABSENT);
  }

  /** A text of several lines that may be left blank, which is then the same as absent. */
  public static TextRule prose(int maxLength) {
    return new TextRule(maxLength, true, Blank.ABSENT);
  }
}
