package io.zhixun.indexer.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Makes spellings equal, one UTF-16 unit to one, so that offsets stay those of the original text:
 * width and compatibility forms (Ｃ → c, ① → 1), case, Latin accents, dashes, and traditional
 * characters (機 → 机).
 *
 * <p>Eight traditional characters are also everyday simplified ones (著 in 名著, 乾 in 乾隆). A segmenter
 * that saw 名着 would not know the word, so {@link #readable} leaves them and only {@link #full}
 * folds them; terms are always full.
 *
 * <p>The characters come from ICU's Traditional-Simplified, asked one code point at a time, kept as
 * a resource because loading ICU costs a second at every start; a test compares the two.
 */
final class Folding {
  private static final String SIMPLIFIED_TOO = "乾俱吒姊著藉跤阪";
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
  private static final String APOSTROPHES = "\u2018\u2019\u02bc\u00b4`";

  private static final char[] FULL = table();

  private Folding() {}

  /** What a segmenter should see of one unit. */
  static char readable(char unit) {
    return SIMPLIFIED_TOO.indexOf(unit) >= 0 ? unit : FULL[unit];
  }

  /** What stands in the index for one unit. */
  static char full(char unit) {
    return FULL[unit];
  }

  static String readable(String text) {
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = readable(units[i]);
    }
    return new String(units);
  }

  static String full(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (FULL[text.charAt(i)] != text.charAt(i)) {
        return foldAll(text);
      }
    }
    return text;
  }

  private static String foldAll(String text) {
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = FULL[units[i]];
    }
    return new String(units);
  }

  private static char[] table() {
    char[] simplified = identity();
    readPairs(simplified);
    char[] table = identity();
    for (int unit = 0; unit < table.length; unit++) {
      if (!Character.isSurrogate((char) unit)) {
        table[unit] = fold((char) unit, simplified);
      }
    }
    return table;
  }

  private static char[] identity() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int unit = 0; unit < table.length; unit++) {
      table[unit] = (char) unit;
    }
    return table;
  }

  private static char fold(char unit, char[] simplified) {
    String compatible = Normalizer.normalize(String.valueOf(unit), Normalizer.Form.NFKC);
    char folded = compatible.length() == 1 ? compatible.charAt(0) : unit;
    if (DASHES.indexOf(folded) >= 0) {
      return '-';
    }
    if (APOSTROPHES.indexOf(folded) >= 0) {
      return '\'';
    }
    return simplified[Character.toLowerCase(withoutAccent(folded))];
  }

  /** é → e; other scripts keep their marks, which change the letter there (か, が). */
  private static char withoutAccent(char unit) {
    if (Character.UnicodeScript.of(unit) != Character.UnicodeScript.LATIN) {
      return unit;
    }
    return Normalizer.normalize(String.valueOf(unit), Normalizer.Form.NFD).charAt(0);
  }

  private static void readPairs(char[] simplified) {
    try (InputStream resource = Folding.class.getResourceAsStream("traditional-simplified.txt")) {
      String pairs = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      pairs
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> simplified[line.charAt(0)] = line.charAt(1));
    } catch (IOException e) {
      throw new UncheckedIOException("traditional-simplified.txt cannot be read", e);
    }
  }
}
