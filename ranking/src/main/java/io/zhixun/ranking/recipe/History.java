package io.zhixun.ranking.recipe;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a learner did, as the model sees it: item rows, newest last, and their weights. Immutable;
 * it keeps what parts of a model found out about it at a cost, for as long as it lives itself.
 */
public final class History {
  public static final History EMPTY = new History(new int[0], new float[0], OptionalInt.empty());

  private final int[] rows;
  private final float[] weights;
  private final OptionalInt learner;
  private final Map<Part, Object> found = new ConcurrentHashMap<>(4);

  private History(int[] rows, float[] weights, OptionalInt learner) {
    this.rows = rows;
    this.weights = weights;
    this.learner = learner;
  }

  /**
   * A history; both arrays are copied.
   *
   * @param rows item rows, newest last, no row twice
   * @param weights beside them, in the units of {@code EventWeights}, each above zero
   */
  public static History of(int[] rows, float[] weights) {
    if (rows.length != weights.length) {
      throw new IllegalArgumentException(
          "rows and weights must be equally many, got " + rows.length + " and " + weights.length);
    }
    for (int at = 0; at < rows.length; at++) {
      if (rows[at] < 0) {
        throw new IllegalArgumentException("row must be >= 0, got " + rows[at]);
      }
      if (!(weights[at] > 0) || weights[at] == Float.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("weight must be > 0 and finite, got " + weights[at]);
      }
    }
    return new History(rows.clone(), weights.clone(), OptionalInt.empty());
  }

  /**
   * The same history, told to be that of the learner with this row in training: what was learned of
   * them beyond their items is then used too.
   */
  public History ofLearner(int row) {
    if (row < 0) {
      throw new IllegalArgumentException("row must be >= 0, got " + row);
    }
    return new History(rows, weights, OptionalInt.of(row));
  }

  public int size() {
    return rows.length;
  }

  public int row(int at) {
    return rows[at];
  }

  public float weight(int at) {
    return weights[at];
  }

  /** The row that the learner had in training, where they were there. */
  public OptionalInt learner() {
    return learner;
  }

  /**
   * What a model of so many items can use: the newest entries, at most {@code limit}, that are not
   * about items newer than the model.
   */
  History usable(int items, int limit) {
    boolean fits = rows.length <= limit;
    for (int at = 0; fits && at < rows.length; at++) {
      fits = rows[at] < items;
    }
    if (fits) {
      return this;
    }
    int[] keptRows = new int[rows.length];
    float[] keptWeights = new float[rows.length];
    int kept = 0;
    for (int at = rows.length - 1; at >= 0 && kept < limit; at--) {
      if (rows[at] < items) {
        keptRows[rows.length - 1 - kept] = rows[at];
        keptWeights[rows.length - 1 - kept] = weights[at];
        kept++;
      }
    }
    return new History(
        Arrays.copyOfRange(keptRows, rows.length - kept, rows.length),
        Arrays.copyOfRange(keptWeights, rows.length - kept, rows.length),
        learner);
  }

  /**
   * What a part finds out about this history, found once however often and by however many threads
   * it is asked for.
   */
  <T> T once(Part part, Class<T> kind, Supplier<T> finder) {
    return kind.cast(found.computeIfAbsent(part, _ -> finder.get()));
  }

  int[] rows() {
    return rows;
  }

  float[] weights() {
    return weights;
  }
}
