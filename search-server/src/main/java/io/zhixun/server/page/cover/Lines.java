package io.zhixun.server.page.cover;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks titles into short lines. Width is counted in Chinese characters; a Latin letter is about
 * half of one, and Latin words stay whole where they can.
 */
final class Lines {
  private static final String OPENING = "《“‘（(「『【";
  private static final String CLOSING = "》”’）)」』】，。：；？！、,.:;?!…—";

  private Lines() {}

  /**
   * At most {@code lines} lines of about {@code width} Chinese characters, as equally long as can
   * be; what does not fit is cut with an ellipsis.
   */
  static List<String> of(String text, int width, int lines) {
    List<String> result = broken(text, width);
    if (result.size() > lines) {
      List<String> kept = new ArrayList<>(result.subList(0, lines));
      kept.set(lines - 1, first(kept.getLast(), width - 1) + "…");
      return kept;
    }
    for (int narrower = width - 1; narrower >= width / 2; narrower--) {
      List<String> balanced = broken(text, narrower);
      if (balanced.size() > result.size()) {
        break;
      }
      result = balanced;
    }
    return result;
  }

  private static List<String> broken(String text, int width) {
    List<String> result = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words(text)) {
      if (!line.isEmpty() && width(line) + width(word) > width) {
        result.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? word.stripLeading() : word);
    }
    if (!line.toString().isBlank()) {
      result.add(line.toString().strip());
    }
    return result;
  }

  /** The start of a text, at most {@code width} Chinese characters wide. */
  static String first(String text, int width) {
    StringBuilder start = new StringBuilder();
    double used = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      used += width(c);
      if (used > width) {
        break;
      }
      start.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return start.toString();
  }

  /** How wide a text is, in Chinese characters. */
  static double width(CharSequence text) {
    return text.codePoints().mapToDouble(Lines::width).sum();
  }

  private static double width(int codePoint) {
    return codePoint < 0x2E80 && OPENING.indexOf(codePoint) < 0 ? 0.56 : 1;
  }

  /** Pieces that may not be broken: Latin words, and characters with the punctuation at them. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!word.isEmpty() && !joins(before, c)) {
        words.add(word.toString());
        word.setLength(0);
      }
      word.appendCodePoint(c);
      before = c;
      i += Character.charCount(c);
    }
    words.add(word.toString());
    return words;
  }

  private static boolean joins(int before, int c) {
    return CLOSING.indexOf(c) >= 0
        || OPENING.indexOf(before) >= 0
        || (isLatin(before) && isLatin(c));
  }

  private static boolean isLatin(int c) {
    return c > ' ' && c < 0x2E80;
  }
}
