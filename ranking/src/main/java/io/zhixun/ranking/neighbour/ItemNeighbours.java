package io.zhixun.ranking.neighbour;

import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;

/**
 * For each item the items that go with it best, with weights: a sparse matrix {@code [items ×
 * items]} in compressed rows, each row by falling magnitude. Immutable.
 *
 * <p>The rows may also be learners ({@link LearnerLists}): then a list is what they took.
 */
public final class ItemNeighbours {
  private static final String KIND = "neighbours";
  private static final int VERSION = 1;

  private final int[] starts;
  private final int[] targets;
  private final float[] weights;

  private ItemNeighbours(int[] starts, int[] targets, float[] weights) {
    this.starts = starts;
    this.targets = targets;
    this.weights = weights;
  }

  /** One list for each item. */
  static ItemNeighbours of(List<ScoredRows> lists) {
    int[] starts = new int[lists.size() + 1];
    for (int item = 0; item < lists.size(); item++) {
      starts[item + 1] = Math.addExact(starts[item], lists.get(item).size());
    }
    int[] targets = new int[starts[lists.size()]];
    float[] weights = new float[targets.length];
    for (int item = 0; item < lists.size(); item++) {
      ScoredRows list = lists.get(item);
      for (int rank = 0; rank < list.size(); rank++) {
        targets[starts[item] + rank] = list.row(rank);
        weights[starts[item] + rank] = list.score(rank);
      }
    }
    return new ItemNeighbours(starts, targets, weights);
  }

  /** How many lists there are. */
  public int rows() {
    return starts.length - 1;
  }

  /** How many links there are in all. */
  public int links() {
    return targets.length;
  }

  public int degree(int row) {
    return starts[row + 1] - starts[row];
  }

  /** The neighbour at a rank below {@link #degree}, 0 being the best. */
  public int neighbour(int row, int rank) {
    return targets[starts[row] + rank];
  }

  public float weight(int row, int rank) {
    return weights[starts[row] + rank];
  }

  /**
   * Adds {@code factor} times a row's list to a sum: the hot loop of serving, one step for each
   * link.
   */
  public void addTo(Accumulator sum, int row, float factor) {
    int end = starts[row + 1];
    for (int at = starts[row]; at < end; at++) {
      sum.add(targets[at], factor * weights[at]);
    }
  }

  public SegmentWriter write() {
    return new SegmentWriter(KIND, VERSION)
        .number(rows())
        .ints(starts)
        .ints(targets)
        .floats(weights);
  }

  /** Reads what {@link #write} wrote: so many lists of items below {@code items}. */
  public static ItemNeighbours read(
      Function<String, MemorySegment> source, String name, int rows, int items) {
    SegmentReader in = SegmentReader.open(source, name, KIND, VERSION);
    int lists = in.number("lists", rows, rows);
    int[] starts = in.ints();
    int[] targets = in.ints("neighbour", items);
    float[] weights = in.floats("weights", targets.length);
    in.end();
    in.requireStarts("starts", starts, lists, targets.length);
    return new ItemNeighbours(starts, targets, weights);
  }
}
