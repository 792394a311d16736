package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A letter, digit or Chinese character of a text, with how it may be read.
 *
 * @param character folded
 * @param sounds pinyin without tones; a term of another script stands at its first letter
 * @param start UTF-16 offset in the text
 * @param end offset after it
 */
record Sign(int character, List<String> sounds, int start, int end) {
  /** What it costs to take a sign for one that sounds the same: a slip costs no less. */
  static final double SAME_SOUND = 0.4;

  private static final double WRONG = 1;

  /** What it costs that a sign was left out or added. */
  static final double MISSING = 1.3;

  Sign {
    sounds = List.copyOf(sounds);
  }

  /** The signs of a text in order; punctuation and white space are none. */
  static List<Sign> of(ChineseAnalyzer analyzer, String text) {
    List<Token> sounds = analyzer.tokens(Granularity.PINYIN, text);
    String folded = analyzer.fold(text);
    List<Sign> signs = new ArrayList<>();
    int sound = 0;
    for (int at = 0; at < folded.length(); ) {
      int character = folded.codePointAt(at);
      int next = at + Character.charCount(character);
      List<String> readings = new ArrayList<>(2);
      for (; sound < sounds.size() && sounds.get(sound).start() == at; sound++) {
        readings.add(sounds.get(sound).term());
      }
      if (Character.isLetterOrDigit(character)) {
        signs.add(new Sign(character, readings, at, next));
      }
      at = next;
    }
    return signs;
  }

  /** The characters that would be signs, in order: found without asking how they sound. */
  static int[] characters(String folded) {
    int[] characters = new int[folded.length()];
    int size = 0;
    for (int at = 0; at < folded.length(); ) {
      int character = folded.codePointAt(at);
      characters[size] = character;
      size += Character.isLetterOrDigit(character) ? 1 : 0;
      at += Character.charCount(character);
    }
    return Arrays.copyOf(characters, size);
  }

  /** What it costs to take one for the other: 0 for the same. */
  double cost(Sign other) {
    if (character == other.character) {
      return 0;
    }
    return Collections.disjoint(sounds, other.sounds) ? WRONG : SAME_SOUND;
  }

  boolean isHan() {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  boolean startsWith(char letter) {
    return isHan() && sounds.stream().anyMatch(sound -> sound.charAt(0) == letter);
  }
}
