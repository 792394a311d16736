package io.zhixun.search.lexical;

import java.util.Arrays;

/**
 * Rows that match with their scores, as two arrays of one length; grows while it is collected and
 * is read afterwards.
 */
public final class Matches {
  private int[] rows = new int[64];
  private float[] scores = new float[64];
  private int size;

  void add(int row, float score) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      scores = Arrays.copyOf(scores, size * 2);
    }
    rows[size] = row;
    scores[size] = score;
    size++;
  }

  void addAll(Matches others) {
    for (int i = 0; i < others.size; i++) {
      add(others.rows[i], others.scores[i]);
    }
  }

  public int size() {
    return size;
  }

  /** The row of one match. */
  public int row(int i) {
    return rows[i];
  }

  /** The score of one match; larger is better. */
  public float score(int i) {
    return scores[i];
  }
}
