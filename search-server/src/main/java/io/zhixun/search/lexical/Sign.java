package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A letter, digit or Chinese character of a text, with how it may be read.
 *
 * @param character folded
 * @param sounds pinyin without tones; a term of another script stands at its first letter
 * @param start UTF-16 offset in the text
 * @param end offset after it
 */
record Sign(int character, Set<String> sounds, int start, int end) {
  private static final double SAME_SOUND = 0.4;
  private static final double WRONG = 1;

  /** What it costs that a sign was left out or added. */
  static final double MISSING = 1.3;

  Sign {
    sounds = Set.copyOf(sounds);
  }

  /** The signs of a text in order; punctuation and white space are none. */
  static List<Sign> of(ChineseAnalyzer analyzer, String text) {
    Map<Integer, Set<String>> sounds = new HashMap<>();
    for (Token token : analyzer.tokens(Granularity.PINYIN, text)) {
      sounds.computeIfAbsent(token.start(), _ -> new HashSet<>()).add(token.term());
    }
    String folded = analyzer.fold(text);
    List<Sign> signs = new ArrayList<>();
    for (int at = 0; at < folded.length(); ) {
      int character = folded.codePointAt(at);
      int next = at + Character.charCount(character);
      if (Character.isLetterOrDigit(character)) {
        signs.add(new Sign(character, sounds.getOrDefault(at, Set.of()), at, next));
      }
      at = next;
    }
    return signs;
  }

  /** How many signs a text has: found without asking how they sound. */
  static int count(String text) {
    return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  /** What it costs to take one for the other: 0 for the same. */
  double cost(Sign other) {
    if (character == other.character) {
      return 0;
    }
    return sounds.stream().anyMatch(other.sounds::contains) ? SAME_SOUND : WRONG;
  }

  boolean isHan() {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  boolean startsWith(char letter) {
    return isHan() && sounds.stream().anyMatch(sound -> sound.charAt(0) == letter);
  }
}
