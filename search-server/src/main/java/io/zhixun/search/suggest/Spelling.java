package io.zhixun.search.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How what was typed may be read as sounds: {@code jiqix} is ji qi x…. Chinese characters are their
 * likeliest syllable; everything else is cut into syllables and beginnings of syllables, few pieces
 * before many and whole syllables before cut ones.
 */
final class Spelling {
  private static final int LONGEST = 6;
  private static final int KEPT = 4;
  private static final double CUT_COSTS = 0.6;

  private Spelling() {}

  /**
   * One sound.
   *
   * @param isWhole whether it is a whole syllable
   */
  record Piece(String letters, boolean isWhole) {
    char first() {
      return letters.charAt(0);
    }
  }

  private record Reading(List<Piece> pieces, double cost) {
    Reading after(Piece first, double more) {
      List<Piece> all = new ArrayList<>(pieces.size() + 1);
      all.add(first);
      all.addAll(pieces);
      return new Reading(all, cost + more);
    }
  }

  /** The likeliest readings, at most four; none when some of it cannot be heard. */
  static List<List<Piece>> readings(Typed typed, Sounds sounds) {
    String text = typed.joined();
    List<List<Reading>> from = new ArrayList<>(); // by how much is left
    from.add(List.of(new Reading(List.of(), 0)));
    for (int at = text.length() - 1; at >= 0; at--) {
      List<Reading> here = new ArrayList<>();
      if (typed.sound(at) != 0) {
        Piece piece = new Piece(sounds.readings(typed.sound(at)).getFirst(), true);
        int next = at + (Character.isHighSurrogate(text.charAt(at)) ? 2 : 1);
        from.get(text.length() - next).forEach(rest -> here.add(rest.after(piece, 1)));
      } else {
        spelt(text, at, sounds, from, here);
      }
      here.sort(Comparator.comparingDouble(Reading::cost));
      from.add(List.copyOf(here.subList(0, Math.min(KEPT, here.size()))));
    }
    return from.getLast().stream().map(Reading::pieces).toList();
  }

  private static void spelt(
      String text, int at, Sounds sounds, List<List<Reading>> from, List<Reading> here) {
    for (int end = Math.min(text.length(), at + LONGEST); end > at; end--) {
      String letters = text.substring(at, end);
      boolean isWhole = sounds.isSyllable(letters);
      if (isWhole || sounds.isBeginning(letters)) {
        Piece piece = new Piece(letters, isWhole);
        boolean isLast = end == text.length();
        double cost = 1 + (isWhole || isLast ? 0 : CUT_COSTS);
        from.get(text.length() - end).forEach(rest -> here.add(rest.after(piece, cost)));
      }
    }
  }
}
