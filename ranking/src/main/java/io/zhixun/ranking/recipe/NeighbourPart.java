package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.Pool;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.neighbour.Accumulator;
import io.zhixun.ranking.neighbour.ItemNeighbours;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.Map;
import java.util.function.Function;

/**
 * Sums the neighbour lists of a history: score_j = Σ_i w_i (1 + age_i)^−γ · list_i(j), the newest
 * entry having age 0. The root mean square is that of this very sum, over all items.
 */
final class NeighbourPart implements Part {
  private final String name;
  private final ItemNeighbours lists;
  private final double decay;
  private final float[] factors; // (1 + age)^−γ by age
  private final Pool<Accumulator> sums;

  /**
   * Wraps lists.
   *
   * @param decay γ; 0 when age does not matter
   * @param historyLimit the longest history that will be taken in
   */
  NeighbourPart(String name, ItemNeighbours lists, double decay, int historyLimit) {
    this.name = name;
    this.lists = lists;
    this.decay = decay;
    this.factors = new float[historyLimit];
    for (int age = 0; age < historyLimit; age++) {
      factors[age] = (float) StrictMath.pow(1.0 + age, -decay);
    }
    this.sums = new Pool<>(() -> new Accumulator(lists.items()));
  }

  @Override
  public String name() {
    return name;
  }

  double decay() {
    return decay;
  }

  @Override
  public Prepared prepare(History history) {
    Accumulator sum = sums.take();
    int newest = history.size() - 1;
    for (int at = 0; at <= newest; at++) {
      lists.addTo(sum, history.row(at), history.weight(at) * factors[newest - at]);
    }
    float scale = sum.rootMeanSquare();
    return new Sum(sum, scale > 0 ? 1 / scale : 0);
  }

  /** What one entry of a history adds to a row's score, before division by the root mean square. */
  float share(History history, int at, int row) {
    int item = history.row(at);
    for (int rank = 0; rank < lists.degree(item); rank++) {
      if (lists.neighbour(item, rank) == row) {
        return history.weight(at) * factors[history.size() - 1 - at] * lists.weight(item, rank);
      }
    }
    return 0;
  }

  private final class Sum implements Prepared {
    private final Accumulator sum;
    private final float factor;

    Sum(Accumulator sum, float factor) {
      this.sum = sum;
      this.factor = factor;
    }

    @Override
    public float score(int row) {
      return factor * sum.get(row);
    }

    @Override
    public ScoredRows best(int k, BitSet excluded) {
      TopRows best = new TopRows(Math.min(k, sum.touched()));
      for (int at = 0; at < sum.touched(); at++) {
        int row = sum.touched(at);
        float score = factor * sum.get(row);
        if (score > 0 && score >= best.floor() && !excluded.get(row)) {
          best.offer(row, score);
        }
      }
      return best.drain();
    }

    @Override
    public void close() {
      sum.clear();
      sums.giveBack(sum);
    }
  }

  @Override
  public void write(Map<String, MemorySegment> segments) {
    segments.put(name + ".neighbours", lists.write().finish());
  }

  static NeighbourPart read(
      Function<String, MemorySegment> source, String name, double decay, Shape shape) {
    ItemNeighbours lists = ItemNeighbours.read(source, name + ".neighbours", shape.items());
    return new NeighbourPart(name, lists, decay, shape.historyLimit());
  }

  /** What all parts of a model agree on. */
  record Shape(int items, int historyLimit) {}
}
