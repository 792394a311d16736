package io.zhixun.search.suggest;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * By what an entry can be found: numbers made of a piece of its text. Two pieces may share a
 * number, so that what a list gives is looked at again. The numbers of long lists are odd: those
 * lists keep the entries of the largest weight alone.
 */
final class Keys {
  private enum Piece {
    START(1, true),
    CHARACTER(2, true),
    SYLLABLE(3, true),
    LETTER(4, true),
    LETTERS(5, true),
    PAIR(6, false),
    SYLLABLES(7, false),
    THREE_LETTERS(8, false);

    private final long number;
    private final boolean isCut;

    Piece(long number, boolean isCut) {
      this.number = number;
      this.isCut = isCut;
    }
  }

  private Keys() {}

  /** Whether a list is cut. */
  static boolean isCut(int key) {
    return (key & 1) == 1;
  }

  static int start(char first) {
    return key(Piece.START, first, 0, 0);
  }

  static int character(char unit) {
    return key(Piece.CHARACTER, unit, 0, 0);
  }

  static int pair(char first, char second) {
    return key(Piece.PAIR, first, second, 0);
  }

  static int syllable(String syllable) {
    return key(Piece.SYLLABLE, syllable.hashCode(), 0, 0);
  }

  static int syllables(String first, String second) {
    return key(Piece.SYLLABLES, first.hashCode(), second.hashCode(), 0);
  }

  /** The first letter of the first sound. */
  static int letter(char first) {
    return key(Piece.LETTER, first, 0, 0);
  }

  /** The first letters of two neighbouring sounds. */
  static int letters(char first, char second) {
    return key(Piece.LETTERS, first, second, 0);
  }

  static int letters(char first, char second, char third) {
    return key(Piece.THREE_LETTERS, first, second, third);
  }

  private static int key(Piece piece, int a, int b, int c) {
    long mixed = piece.number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ a) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 29) ^ b) * 0x94D049BB133111EBL;
    mixed = (mixed ^ (mixed >>> 32) ^ c) * 0xBF58476D1CE4E5B9L;
    int key = (int) (mixed >>> 32);
    return piece.isCut ? key | 1 : key & ~1;
  }

  /** Gives every key of an entry; some come twice. */
  static void forEach(Entry entry, Sounds sounds, IntConsumer taker) {
    String text = entry.folded();
    if (!text.isEmpty()) {
      taker.accept(start(text.charAt(0)));
    }
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit != ' ') {
        taker.accept(character(unit));
        if (i + 1 < text.length() && text.charAt(i + 1) != ' ') {
          taker.accept(pair(unit, text.charAt(i + 1)));
        }
      }
    }
    spoken(entry, sounds, taker);
  }

  /** Every reading of a character has keys of its own, with every reading of its neighbours. */
  private static void spoken(Entry entry, Sounds sounds, IntConsumer taker) {
    List<String> before = List.of();
    List<String> last = List.of();
    for (int i = 0; i < entry.folded().length(); i++) {
      if (entry.sound(i) == 0) {
        continue;
      }
      List<String> readings = sounds.readings(entry.sound(i));
      for (String reading : readings) {
        taker.accept(syllable(reading));
        if (last.isEmpty()) {
          taker.accept(letter(reading.charAt(0)));
        }
        for (String previous : last) {
          taker.accept(syllables(previous, reading));
          taker.accept(letters(previous.charAt(0), reading.charAt(0)));
          for (String first : before) {
            taker.accept(letters(first.charAt(0), previous.charAt(0), reading.charAt(0)));
          }
        }
      }
      before = last;
      last = readings;
    }
  }
}
