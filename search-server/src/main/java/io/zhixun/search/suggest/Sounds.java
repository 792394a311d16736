package io.zhixun.search.suggest;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * How texts sound, as a small number for each UTF-16 unit: 0 where nothing is heard, else the
 * number of the readings of the character that begins there. Numbers are issued as readings are
 * met. Safe for many threads.
 */
final class Sounds {
  private final ChineseAnalyzer analyzer;
  private final Map<List<String>, Short> numbers = new ConcurrentHashMap<>();
  private final List<List<String>> readings = new CopyOnWriteArrayList<>(List.of(List.of()));
  private final Set<String> syllables = ConcurrentHashMap.newKeySet();
  private final Set<String> beginnings = ConcurrentHashMap.newKeySet();

  Sounds(ChineseAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  String fold(String text) {
    return analyzer.fold(text);
  }

  /** The numbers of a text's sounds, one for each unit. */
  short[] of(String text) {
    short[] sounds = new short[text.length()];
    Map<Integer, List<String>> byStart = new HashMap<>();
    for (Token token : analyzer.tokens(Granularity.PINYIN, text)) {
      if (isSyllable(text, token)) {
        byStart.computeIfAbsent(token.start(), _ -> new ArrayList<>(2)).add(token.term());
      }
    }
    byStart.forEach((start, spoken) -> sounds[start] = number(List.copyOf(spoken)));
    return sounds;
  }

  /** A token of one Chinese character, not a term of another script. */
  private static boolean isSyllable(String text, Token token) {
    return Character.isIdeographic(text.codePointAt(token.start()))
        && token.end() - token.start() == Character.charCount(text.codePointAt(token.start()));
  }

  private short number(List<String> spoken) {
    Short known = numbers.get(spoken);
    return known == null ? issue(spoken) : known;
  }

  private synchronized short issue(List<String> spoken) {
    return numbers.computeIfAbsent(
        spoken,
        fresh -> {
          readings.add(fresh);
          for (String syllable : fresh) {
            syllables.add(syllable);
            for (int length = 1; length < syllable.length(); length++) {
              beginnings.add(syllable.substring(0, length));
            }
          }
          return (short) (readings.size() - 1);
        });
  }

  /** The readings behind a number, the likelier first. */
  List<String> readings(short number) {
    return readings.get(number);
  }

  /** Whether some character that was met is read so. */
  boolean isSyllable(String letters) {
    return syllables.contains(letters);
  }

  /** Whether some syllable that was met begins so and goes on. */
  boolean isBeginning(String letters) {
    return beginnings.contains(letters);
  }
}
