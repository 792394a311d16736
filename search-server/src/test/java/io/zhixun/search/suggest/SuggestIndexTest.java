package io.zhixun.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.search.suggest.Suggestion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SuggestIndexTest {
  private static final int TITLES = 250;

  /** Without sounds, and few, so that titles share pairs. */
  private static final String ALPHABET = "αβγδεζηθ";

  private final Sounds sounds = new Sounds(new ChineseAnalyzer(Lexicon.EMPTY));

  @Test
  void withOneSlipOrWordsApartTheIndexFindsWhatLookingAtEveryEntryFinds() {
    long seed = Long.getLong("zhixun.seed", 11);
    Random random = new Random(seed);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < TITLES; i++) {
      String title = letters(random, 6 + random.nextInt(8));
      entries.add(
          new Entry(
              new Entry.Name(Kind.QUERY, title), title, sounds.of(title), i / 1000f, new int[0]));
    }
    SuggestIndex index = SuggestIndex.of(entries, sounds);
    int slips = 0;
    int apart = 0;
    for (int round = 0; round < 4_000; round++) {
      String title = entries.get(random.nextInt(TITLES)).text();
      int start = random.nextInt(title.length() - 5);
      int length = 6 + random.nextInt(title.length() - start - 5);
      String piece = title.substring(start, start + length);
      String typed = round % 4 == 0 ? turned(piece) : slipped(piece, random);

      Map<String, Match> byIndex = found(index, List.of(), typed);

      assertEquals(found(SuggestIndex.EMPTY, entries, typed), byIndex, () -> seed + ": " + typed);
      apart += round % 4 == 0 && byIndex.containsKey(title) ? 1 : 0;
      slips += (int) byIndex.values().stream().filter(m -> m.way() == Match.Way.SLIP).count();
    }
    assertTrue(apart > 800, "too few words apart to say anything: " + apart);
    assertTrue(slips > 3_000, "too few slips to say anything: " + slips);
  }

  private Map<String, Match> found(SuggestIndex index, List<Entry> later, String typed) {
    Map<String, Match> found = new TreeMap<>();
    new Finder(index, later, Typed.of(typed, sounds), sounds)
        .find(Integer.MAX_VALUE)
        .forEach(one -> found.put(one.entry().text(), one.match()));
    return found;
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** Its second half as a word before the first. */
  private static String turned(String text) {
    int middle = text.length() / 2;
    return text.substring(middle) + " " + text.substring(0, middle);
  }

  /** One character wrong, missing, too many, or swapped with the next; at least five are left. */
  private static String slipped(String text, Random random) {
    StringBuilder slipped = new StringBuilder(text);
    int at = random.nextInt(text.length() - 1);
    char other = letters(random, 1).charAt(0);
    switch (random.nextInt(4)) {
      case 0 -> slipped.setCharAt(at, other);
      case 1 -> slipped.deleteCharAt(at);
      case 2 -> slipped.insert(at, other);
      default -> slipped.replace(at, at + 2, "" + text.charAt(at + 1) + text.charAt(at));
    }
    return slipped.toString();
  }
}
