package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.Pool;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.neighbour.Accumulator;
import io.zhixun.ranking.neighbour.ItemNeighbours;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import io.zhixun.ranking.vector.VectorIndex;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.function.Function;

/**
 * What learners like this one took: the learners nearest in a {@link Space}, each with weight
 * exp((cos − 1) / τ), and their {@link io.zhixun.ranking.neighbour.LearnerLists}.
 */
final class LearnersPart implements Part {
  private static final String KIND = "learners";
  private static final int VERSION = 1;
  private static final String NAME = "learners";
  private static final float TEMPERATURE = 0.1f;

  private final Space space;
  private final VectorIndex learners;
  private final ItemNeighbours lists;
  private final int nearest;
  private final Pool<Accumulator> sums;

  /**
   * Wraps learners.
   *
   * @param learners the index of the unit vectors of training's learners
   * @param lists what each of them took
   * @param nearest how many are asked
   */
  LearnersPart(Space space, VectorIndex learners, ItemNeighbours lists, int nearest) {
    this.space = space;
    this.learners = learners;
    this.lists = lists;
    this.nearest = nearest;
    this.sums = new Pool<>(() -> new Accumulator(space.items().vectors().rows()));
  }

  Space space() {
    return space;
  }

  @Override
  public Prepared prepare(History history) {
    Accumulator sum = sums.take();
    ScoredRows alike = history.once(this, ScoredRows.class, () -> alike(history));
    for (int rank = 0; rank < alike.size(); rank++) {
      lists.addTo(sum, alike.row(rank), Simd.exp((alike.score(rank) - 1) / TEMPERATURE));
    }
    return new SummedLists(sum, sums);
  }

  private ScoredRows alike(History history) {
    float[] learner = space.learner(history);
    return Simd.norm(learner, 0, learner.length) > 0
        ? learners.nearest(learner, nearest)
        : ScoredRows.NONE;
  }

  void write(Map<String, MemorySegment> segments) {
    Vectors vectors = learners.vectors();
    segments.put(
        NAME + ".vectors",
        new SegmentWriter(KIND, VERSION)
            .number(nearest)
            .number(vectors.rows())
            .number(vectors.dimensions())
            .floats(vectors.data())
            .finish());
    segments.put(NAME + ".graph", learners.write().finish());
    segments.put(NAME + ".lists", lists.write().finish());
  }

  static LearnersPart read(Function<String, MemorySegment> source, Space space) {
    SegmentReader in = SegmentReader.open(source, NAME + ".vectors", KIND, VERSION);
    int nearest = in.number("nearest", 1, 100_000);
    int rows = in.number("learners", 0, Integer.MAX_VALUE / space.dimensions());
    int dimensions = in.number("dimensions", space.dimensions(), space.dimensions());
    Vectors vectors = Vectors.of(rows, dimensions, in.floats("vectors", (long) rows * dimensions));
    in.end();
    int items = space.items().vectors().rows();
    return new LearnersPart(
        space,
        VectorIndex.read(source, NAME + ".graph", vectors),
        ItemNeighbours.read(source, NAME + ".lists", rows, items),
        nearest);
  }
}
