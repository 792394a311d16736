package io.zhixun.indexer.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What syllables somebody may have meant who typed pinyin without spaces: xian is xian or xi an.
 *
 * <p>Spaces and apostrophes separate syllables; ü may be typed ü, v or u: (lüe, lve, lue).
 */
public final class PinyinSpelling {
  private static final int LONGEST_SYLLABLE = 6;
  private static final int MAX_LETTERS = 200;

  private final Set<String> syllables;

  public PinyinSpelling() {
    syllables = new HashSet<>(Pinyin.dictionary().syllables());
  }

  /**
   * The likeliest ways to read a text as syllables, best first: few syllables before many, then
   * those whose first syllables are longest. Empty when it is not pinyin from end to end.
   *
   * @param atMost how many ways are wanted, 1..100
   */
  public List<List<String>> readings(String text, int atMost) {
    if (atMost < 1 || atMost > 100) {
      throw new IllegalArgumentException("atMost must be 1..100, got " + atMost);
    }
    String letters = normalised(text);
    if (letters.isEmpty() || letters.length() > MAX_LETTERS) {
      return List.of();
    }
    List<List<Reading>> from = new ArrayList<>();
    for (int at = letters.length(); at >= 0; at--) {
      from.add(best(letters, at, from, atMost));
    }
    return from.getLast().stream().map(Reading::syllables).toList();
  }

  private static String normalised(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace("u:", "v").replace('ü', 'v');
  }

  /** The best readings of the rest from an offset; {@code from} holds those of later offsets. */
  private List<Reading> best(String letters, int at, List<List<Reading>> from, int atMost) {
    int length = letters.length();
    if (at == length) {
      return List.of(Reading.END);
    }
    if (isSeparator(letters.charAt(at))) {
      return from.get(length - at - 1);
    }
    List<Reading> found = new ArrayList<>();
    for (int end = Math.min(length, at + LONGEST_SYLLABLE); end > at; end--) {
      String syllable = syllable(letters.substring(at, end));
      if (!syllable.isEmpty()) {
        from.get(length - end).forEach(rest -> found.add(rest.after(syllable)));
      }
    }
    found.sort(
        Comparator.comparingInt(Reading::count)); // stable: longest first syllable stays first
    return List.copyOf(found.subList(0, Math.min(atMost, found.size())));
  }

  private static boolean isSeparator(char unit) {
    return unit == ' ' || unit == '\'' || unit == '’';
  }

  /** The dictionary's spelling; empty when it is no syllable. */
  private String syllable(String typed) {
    if (syllables.contains(typed)) {
      return typed;
    }
    String withV = typed.equals("lue") || typed.equals("nue") ? typed.replace('u', 'v') : typed;
    return syllables.contains(withV) ? withV : "";
  }

  /** A way to read the rest of a text. */
  private record Reading(List<String> syllables) {
    private static final Reading END = new Reading(List.of());

    int count() {
      return syllables.size();
    }

    Reading after(String first) {
      List<String> all = new ArrayList<>();
      all.add(first);
      all.addAll(syllables);
      return new Reading(all);
    }
  }
}
