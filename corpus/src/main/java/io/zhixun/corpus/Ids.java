package io.zhixun.corpus;

import java.util.Optional;

/**
 * The one rule for identifiers that outsiders choose (items, learners, visitors): 1 to 128
 * characters of any script, none of them a control character, white space or one of {@code / \ % ;}
 * (they would need escaping in a path), and not {@code .} or {@code ..}.
 */
public final class Ids {
  /** The most characters (UTF-16 units) an identifier may have. */
  public static final int MAX_LENGTH = 128;

  private Ids() {}

  /** What is wrong with a value as an identifier; empty when nothing is. */
  public static Optional<String> problem(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return Optional.of("must have 1.." + MAX_LENGTH + " characters, got " + value.length());
    }
    if (value.equals(".") || value.equals("..")) {
      return Optional.of("must not be . or ..");
    }
    for (int offset = 0; offset < value.length(); ) {
      int codePoint = value.codePointAt(offset);
      if (isForbidden(codePoint)) {
        return Optional.of(
            "must not hold control characters, white space, unpaired surrogates or any of / \\ % ;,"
                + String.format(" got U+%04X at %d", codePoint, offset));
      }
      offset += Character.charCount(codePoint);
    }
    return Optional.empty();
  }

  private static boolean isForbidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> codePoint == '/' || codePoint == '\\' || codePoint == '%' || codePoint == ';';
    };
  }

  static String require(String what, String value) {
    problem(value)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(what + " " + problem);
            });
    return value;
  }
}
