package io.zhixun.search.suggest;

import java.util.Arrays;
import java.util.List;

/**
 * What stands in the search box, made comparable: folded, malformed and control characters as
 * spaces, rows of white space as one, cut after {@link #MAX_LENGTH} units.
 */
final class Typed {
  static final int MAX_LENGTH = 64;

  private final String text;
  private final List<String> words;
  private final String afterFirst;
  private final String joined;
  private final short[] sounds;

  private Typed(String text, Sounds sounds) {
    this.text = text;
    this.words = text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    this.afterFirst = text.isEmpty() ? "" : text.substring(1);
    this.joined = text.replace(" ", "").replace("'", "");
    this.sounds = sounds.of(joined);
  }

  static Typed of(String query, Sounds sounds) {
    StringBuilder clean = new StringBuilder();
    query
        .codePoints()
        .forEach(codePoint -> clean.appendCodePoint(isText(codePoint) ? codePoint : ' '));
    String folded = sounds.fold(clean.toString()).strip().replaceAll("[\\p{Z}\\s]+", " ");
    int end = Math.min(folded.length(), MAX_LENGTH);
    boolean splitsPair = end > 0 && Character.isHighSurrogate(folded.charAt(end - 1));
    return new Typed(folded.substring(0, splitsPair ? end - 1 : end).strip(), sounds);
  }

  private static boolean isText(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SURROGATE, Character.CONTROL, Character.FORMAT -> false;
      default -> true;
    };
  }

  /** With single spaces between words. */
  String text() {
    return text;
  }

  /** All of the text but its first unit. */
  String afterFirst() {
    return afterFirst;
  }

  List<String> words() {
    return words;
  }

  /** Without spaces and apostrophes. */
  String joined() {
    return joined;
  }

  /** The sound of a unit of {@link #joined}. */
  short sound(int unit) {
    return sounds[unit];
  }

  boolean isEmpty() {
    return joined.isEmpty();
  }

  /** Whether some of it may be pinyin. */
  boolean hasLetters() {
    return joined.chars().anyMatch(unit -> unit >= 'a' && unit <= 'z');
  }
}
