package io.zhixun.search.suggest;

import io.zhixun.search.suggest.Suggestion.Kind;
import java.util.Arrays;

/** One text that can be suggested. Immutable. */
final class Entry {
  /** Rows of items that an author or a tag is checked against: enough to find a visible one. */
  private static final int MAX_ROWS = 32;

  private final Kind kind;
  private final String text;
  private final String folded;
  private final short[] sounds;
  private final float weight;
  private final int[] rows;

  /**
   * @param folded the text, one unit to one, in the form that is compared
   * @param sounds of each unit
   * @param weight how likely it is meant, 0..1
   * @param rows items that carry it, the most popular first; none for queries
   */
  Entry(Name name, String folded, short[] sounds, float weight, int[] rows) {
    this.kind = name.kind();
    this.text = name.text();
    this.folded = folded;
    this.sounds = sounds;
    this.weight = weight;
    this.rows = rows.length > MAX_ROWS ? Arrays.copyOf(rows, MAX_ROWS) : rows;
  }

  /** What it is called, as it is written. */
  record Name(Kind kind, String text) {}

  Kind kind() {
    return kind;
  }

  String text() {
    return text;
  }

  String folded() {
    return folded;
  }

  short sound(int unit) {
    return sounds[unit];
  }

  float weight() {
    return weight;
  }

  int items() {
    return rows.length;
  }

  int row(int i) {
    return rows[i];
  }
}
