package io.zhixun.ranking.math;

import java.util.Arrays;
import java.util.BitSet;

/** Rows with their scores, best first; equal scores in row order. Immutable. */
public final class ScoredRows {
  public static final ScoredRows NONE = new ScoredRows(new int[0], new float[0]);

  private final int[] rows;
  private final float[] scores;

  private ScoredRows(int[] rows, float[] scores) {
    this.rows = rows;
    this.scores = scores;
  }

  /** Takes both arrays over; they must already be best first. */
  static ScoredRows ofSorted(int[] rows, float[] scores) {
    return new ScoredRows(rows, scores);
  }

  public int size() {
    return rows.length;
  }

  public int row(int rank) {
    return rows[rank];
  }

  public float score(int rank) {
    return scores[rank];
  }

  /** The rows alone, a copy. */
  public int[] rows() {
    return rows.clone();
  }

  /** The first {@code size} of these, or all when there are fewer. */
  public ScoredRows first(int size) {
    return size >= rows.length
        ? this
        : new ScoredRows(Arrays.copyOf(rows, size), Arrays.copyOf(scores, size));
  }

  /** Those that are not excluded. */
  public ScoredRows without(BitSet excluded) {
    int[] keptRows = new int[rows.length];
    float[] keptScores = new float[rows.length];
    int kept = 0;
    for (int rank = 0; rank < rows.length; rank++) {
      if (!excluded.get(rows[rank])) {
        keptRows[kept] = rows[rank];
        keptScores[kept++] = scores[rank];
      }
    }
    return new ScoredRows(Arrays.copyOf(keptRows, kept), Arrays.copyOf(keptScores, kept));
  }

  /** A new score for a row. */
  @FunctionalInterface
  public interface Rescore {
    float of(int row, float score);
  }

  /** The same rows in the same order with other scores. */
  public ScoredRows mapScores(Rescore rescore) {
    float[] mapped = new float[scores.length];
    for (int rank = 0; rank < mapped.length; rank++) {
      mapped[rank] = rescore.of(rows[rank], scores[rank]);
    }
    return new ScoredRows(rows, mapped);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoredRows that
        && Arrays.equals(rows, that.rows)
        && Arrays.equals(scores, that.scores);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rows) + Arrays.hashCode(scores);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int rank = 0; rank < rows.length; rank++) {
      text.append(rank == 0 ? "" : ", ").append(rows[rank]).append('=').append(scores[rank]);
    }
    return text.append(']').toString();
  }
}
