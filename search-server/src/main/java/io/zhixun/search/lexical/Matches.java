package io.zhixun.search.lexical;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Rows that match with their scores, as two arrays of one length; grows while it is collected and
 * is read afterwards.
 */
public final class Matches {
  private int[] rows;
  private float[] scores;
  private int size;
  private Optional<String> didYouMean = Optional.empty();
  private boolean approximate;
  private double openness = 1;
  private final BitSet named = new BitSet();

  public Matches() {
    this(64);
  }

  /**
   * @param expected how many there will be; it may be more
   */
  Matches(int expected) {
    rows = new int[Math.max(1, expected)];
    scores = new float[rows.length];
  }

  /** Adds a match that is not among them. */
  public void add(int row, float score) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      scores = Arrays.copyOf(scores, size * 2);
    }
    rows[size] = row;
    scores[size] = score;
    size++;
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

  /** Says that a row is called what was typed, in part or nearly. */
  public void name(int row) {
    named.set(row);
  }

  /**
   * Whether a row is called what was typed: wholly, in part (more than one word of its title, just
   * so), or, where nothing holds all of it, as nearly as anything is.
   */
  public boolean isNamed(int row) {
    return named.get(row);
  }

  /** Says how much the query leaves open, 0..1. */
  public void leaveOpen(double share) {
    openness = share;
  }

  /**
   * How much the query leaves open: 0 when nothing holds what was typed, 1 when so much does that
   * nothing else needs to be looked for.
   */
  public double openness() {
    return openness;
  }

  /** Says that nothing holds all that was typed, and what was probably meant. */
  public void explainBy(Optional<String> corrected) {
    approximate = true;
    didYouMean = corrected;
  }

  /** Says the same of these as of others. */
  public void explainLike(Matches others) {
    named.or(others.named);
    approximate = others.approximate;
    didYouMean = others.didYouMean;
  }

  /** Whether nothing holds all that was typed: all of these are near it at best. */
  public boolean isApproximate() {
    return approximate;
  }

  /**
   * What was probably meant, where nothing holds what was typed and the best match is explained by
   * another spelling of it.
   */
  public Optional<String> didYouMean() {
    return didYouMean;
  }
}
