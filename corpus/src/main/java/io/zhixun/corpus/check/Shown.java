package io.zhixun.corpus.check;

import com.fasterxml.jackson.databind.JsonNode;

/** How what was got appears in a message: short, printable, and never the whole of a long value. */
final class Shown {
  private static final int MAX_VALUE = 60;

  private Shown() {}

  static String value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> quoted(node.textValue());
      case NULL, MISSING -> "null (leave the field out instead)";
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object";
      case NUMBER -> number(node);
      case BOOLEAN, BINARY -> printable(node.asText(), MAX_VALUE);
    };
  }

  private static String number(JsonNode node) {
    return node.isDouble() && Double.isInfinite(node.doubleValue())
        ? "a number beyond all bounds"
        : printable(node.asText(), MAX_VALUE);
  }

  static String quoted(String text) {
    return '"' + printable(text, MAX_VALUE) + '"';
  }

  /** Control characters and lone surrogates as escapes, and no more than {@code max} characters. */
  static String printable(String text, int max) {
    StringBuilder shown = new StringBuilder();
    int offset = 0;
    while (offset < text.length() && offset < max) {
      int codePoint = text.codePointAt(offset);
      switch (Character.getType(codePoint)) {
        case Character.CONTROL, Character.FORMAT, Character.SURROGATE ->
            shown.append(String.format("\\u%04X", codePoint));
        default -> shown.appendCodePoint(codePoint);
      }
      offset += Character.charCount(codePoint);
    }
    return offset < text.length() ? shown.append('…').toString() : shown.toString();
  }

  /** {@code earlyBird.until} for {@code /earlyBird/until}, {@code tags[2]} for {@code /tags/2}. */
  static String name(String pointer) {
    if (pointer.isEmpty()) {
      return "the value";
    }
    StringBuilder name = new StringBuilder();
    for (String step : pointer.substring(1).split("/", -1)) {
      if (!step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9')) {
        name.append('[').append(step).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(step);
      }
    }
    return printable(name.toString().replace("~1", "/").replace("~0", "~"), 2 * MAX_VALUE);
  }
}
