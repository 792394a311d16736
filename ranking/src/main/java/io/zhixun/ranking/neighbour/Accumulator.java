package io.zhixun.ranking.neighbour;

/**
 * A sparse sum over items that is cheap to clear: a dense array and the list of what was touched.
 * Reused from request to request; not safe for two threads.
 */
public final class Accumulator {
  private final float[] sums;
  private final boolean[] seen;
  private final int[] touched;
  private int count;

  public Accumulator(int items) {
    this.sums = new float[items];
    this.seen = new boolean[items];
    this.touched = new int[items];
  }

  public void add(int item, float amount) {
    if (!seen[item]) {
      seen[item] = true;
      touched[count++] = item;
    }
    sums[item] += amount;
  }

  /** Multiplies the sum of an item that was added to. */
  public void scale(int item, float factor) {
    sums[item] *= factor;
  }

  public float get(int item) {
    return sums[item];
  }

  /** How many items were added to. */
  public int touched() {
    return count;
  }

  /** The items added to, in order of their first addition. */
  public int touched(int at) {
    return touched[at];
  }

  /** √(Σ s² / items), s being 0 where nothing was added. */
  public float rootMeanSquare() {
    double squares = 0;
    for (int at = 0; at < count; at++) {
      float sum = sums[touched[at]];
      squares += (double) sum * sum;
    }
    return sums.length == 0 ? 0 : (float) Math.sqrt(squares / sums.length);
  }

  /** Makes all sums zero again. */
  public void clear() {
    for (int at = 0; at < count; at++) {
      sums[touched[at]] = 0;
      seen[touched[at]] = false;
    }
    count = 0;
  }
}
