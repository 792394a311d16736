package io.zhixun.ranking.math;

/**
 * Keeps the best {@code k} of the rows offered: a heap with the worst of them on top.
 *
 * <p>A larger score is better, and of equal scores the smaller row, so that what is kept does not
 * depend on the order of the offers. A score that is not a number is never kept. Reused from query
 * to query; not safe for two threads.
 */
public final class TopRows {
  private final int[] rows;
  private final float[] scores;
  private int size;
  private int capacity;

  public TopRows(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity must be >= 0, got " + capacity);
    }
    this.rows = new int[capacity];
    this.scores = new float[capacity];
    this.capacity = capacity;
  }

  /** Forgets all rows, and keeps at most {@code k} (not above the first capacity) from now on. */
  public void reset(int k) {
    if (k < 0 || k > rows.length) {
      throw new IllegalArgumentException("k must be 0.." + rows.length + ", got " + k);
    }
    size = 0;
    capacity = k;
  }

  /** How many rows can be held at most. */
  public int capacity() {
    return rows.length;
  }

  public int size() {
    return size;
  }

  /** Whether as many are held as can be. */
  public boolean full() {
    return size == capacity;
  }

  /** The score that an offer must reach to be kept now; −∞ while there is room. */
  public float floor() {
    return size < capacity ? Float.NEGATIVE_INFINITY : capacity == 0 ? Float.NaN : scores[0];
  }

  /** Keeps the row when it is among the best so far; whether it did. */
  public boolean offer(int row, float score) {
    if (size < capacity) {
      if (Float.isNaN(score)) {
        return false;
      }
      siftUp(size++, row, score);
      return true;
    }
    if (capacity == 0 || !worse(rows[0], scores[0], row, score)) {
      return false;
    }
    siftDown(0, row, score);
    return true;
  }

  /** What is held, best first. The heap is empty afterwards. */
  public ScoredRows drain() {
    int[] sortedRows = new int[size];
    float[] sortedScores = new float[size];
    while (size > 0) {
      int last = size - 1;
      sortedRows[last] = rows[0];
      sortedScores[last] = scores[0];
      size = last;
      if (last > 0) {
        siftDown(0, rows[last], scores[last]);
      }
    }
    return ScoredRows.ofSorted(sortedRows, sortedScores);
  }

  private void siftUp(int start, int row, float score) {
    int hole = start;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!worse(row, score, rows[parent], scores[parent])) {
        break;
      }
      rows[hole] = rows[parent];
      scores[hole] = scores[parent];
      hole = parent;
    }
    rows[hole] = row;
    scores[hole] = score;
  }

  private void siftDown(int start, int row, float score) {
    int hole = start;
    int child = 2 * hole + 1;
    while (child < size) {
      if (child + 1 < size
          && worse(rows[child + 1], scores[child + 1], rows[child], scores[child])) {
        child++;
      }
      if (!worse(rows[child], scores[child], row, score)) {
        break;
      }
      rows[hole] = rows[child];
      scores[hole] = scores[child];
      hole = child;
      child = 2 * hole + 1;
    }
    rows[hole] = row;
    scores[hole] = score;
  }

  private static boolean worse(int row, float score, int otherRow, float otherScore) {
    return score < otherScore || (score == otherScore && row > otherRow);
  }
}
