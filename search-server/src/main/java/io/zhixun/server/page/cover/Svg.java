package io.zhixun.server.page.cover;

import java.util.Locale;

/** Writes a small SVG picture; every text that comes from outside goes through {@link #text}. */
final class Svg {
  private final StringBuilder out = new StringBuilder(1_600);

  Svg(int width, int height) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\">");
  }

  /** Adds elements; {@code %s} and {@code %d} take numbers and colours, never foreign text. */
  Svg add(String template, Object... values) {
    out.append(String.format(Locale.ROOT, template, values));
    return this;
  }

  Svg ground(String colour) {
    return add("<rect width=\"320\" height=\"240\" fill=\"%s\"/>", colour);
  }

  /**
   * Adds one line of text.
   *
   * @param y of the baseline
   */
  Svg text(String text, int x, int y, Lettering type) {
    add(
        "<text x=\"%d\" y=\"%d\" font-family=\"%s\" font-size=\"%d\" font-weight=\"%d\" fill=\"%s\""
            + " text-anchor=\"%s\">",
        x, y, type.family(), type.size(), type.weight(), type.fill(), type.anchor());
    out.append(escape(text)).append("</text>");
    return this;
  }

  String finish() {
    return out.append("</svg>").toString();
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && !isSurrogate(c))
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
