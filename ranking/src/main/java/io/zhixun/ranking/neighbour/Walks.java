package io.zhixun.ranking.neighbour;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Workers;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Neighbours by common users: for each item the sum over its users of their items, damped on both
 * ends, and the {@code topK} largest of it. Cost: Σ over entries of the user's degree.
 */
public final class Walks {
  private static final int ITEMS_A_TASK = 16;

  private Walks() {}

  /** The lists of walk(a, b, c), each cut off after {@code topK}. */
  public static ItemNeighbours walk(
      Interactions interactions, WalkExponents exponents, int topK, Workers workers) {
    Damping damping =
        new Damping(
            exponents.ofSources(interactions),
            exponents.ofUsers(interactions),
            exponents.ofTargets(interactions));
    return lists(interactions, damping, topK, workers);
  }

  /**
   * The classic item cosine: sim(i, j) = Σ_u R_ui R_uj / (‖R_·i‖ ‖R_·j‖). A learner's score of j is
   * then Σ_i sim(i, j) R_ui.
   */
  public static ItemNeighbours cosine(Interactions interactions, int topK, Workers workers) {
    float[] inverseLength = new float[interactions.items()];
    for (int item = 0; item < inverseLength.length; item++) {
      double squares = 0;
      for (int at = interactions.itemStart(item); at < interactions.itemStart(item + 1); at++) {
        squares += (double) interactions.columnWeight(at) * interactions.columnWeight(at);
      }
      inverseLength[item] = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
    }
    float[] ones = new float[interactions.users()];
    Arrays.fill(ones, 1);
    return lists(interactions, new Damping(inverseLength, ones, inverseLength), topK, workers);
  }

  /** The factors of an item as start, of a user, and of an item as end. */
  private static final class Damping {
    private final float[] source;
    private final float[] user;
    private final float[] target;

    Damping(float[] source, float[] user, float[] target) {
      this.source = source;
      this.user = user;
      this.target = target;
    }
  }

  private static ItemNeighbours lists(
      Interactions all, Damping damping, int topK, Workers workers) {
    return build(
        all.items(),
        topK,
        workers,
        item ->
            sum -> {
              for (int at = all.itemStart(item); at < all.itemStart(item + 1); at++) {
                int user = all.columnUser(at);
                float through = damping.source[item] * damping.user[user] * all.columnWeight(at);
                for (int e = all.userStart(user); e < all.userStart(user + 1); e++) {
                  int end = all.item(e);
                  sum.add(end, through * all.weight(e) * damping.target[end]);
                }
              }
            });
  }

  /** Fills an item's sum. */
  @FunctionalInterface
  interface Row {
    void addTo(Accumulator sum);
  }

  /** One list for each item: the largest entries of its sum, itself left out. */
  static ItemNeighbours build(int items, int topK, Workers workers, IntFunction<Row> rows) {
    if (topK < 1) {
      throw new IllegalArgumentException("topK must be >= 1, got " + topK);
    }
    ScoredRows[] lists = new ScoredRows[items];
    Accumulator[] sums = new Accumulator[workers.count()];
    TopRows[] best = new TopRows[workers.count()];
    workers.forEach(
        (items + ITEMS_A_TASK - 1) / ITEMS_A_TASK,
        (task, worker) -> {
          if (sums[worker] == null) {
            sums[worker] = new Accumulator(items);
            best[worker] = new TopRows(Math.min(topK, items));
          }
          int end = Math.min((task + 1) * ITEMS_A_TASK, items);
          for (int item = task * ITEMS_A_TASK; item < end; item++) {
            best[worker].reset(best[worker].capacity());
            rows.apply(item).addTo(sums[worker]);
            lists[item] = largest(sums[worker], item, best[worker]);
          }
        });
    return ItemNeighbours.of(Arrays.asList(lists));
  }

  private static ScoredRows largest(Accumulator sum, int self, TopRows best) {
    for (int at = 0; at < sum.touched(); at++) {
      int other = sum.touched(at);
      float score = sum.get(other);
      if (other != self && score > 0 && score >= best.floor()) {
        best.offer(other, score);
      }
    }
    sum.clear();
    return best.drain();
  }
}
