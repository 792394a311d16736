package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.FoldIn;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.Map;
import java.util.function.Function;

/**
 * How probably each item comes next: score_j ∝ exp(θ x · v_j), x from the learner's newest items in
 * their order. All items are scored at once, exactly: there are few where this part is offered.
 */
final class SequencePart implements Part {
  private static final String KIND = "sequence";
  private static final int VERSION = 1;
  private static final String NAME = "sequence.vectors";
  private static final int MAX_DIMENSIONS = 8193;

  private final Vectors items;
  private final FoldIn newcomers;
  private final double sharpness;
  private final BitSet occurring; // items of which something was learned

  /**
   * Wraps what was learned.
   *
   * @param items v, {@code [items × d]}
   * @param newcomers gives x
   * @param sharpness θ; 1 for the probabilities themselves
   */
  SequencePart(Vectors items, FoldIn newcomers, double sharpness) {
    this.items = items;
    this.newcomers = newcomers;
    this.sharpness = sharpness;
    this.occurring = new BitSet(items.rows());
    for (int row = 0; row < items.rows(); row++) {
      occurring.set(row, Simd.norm(items.data(), items.offset(row), items.dimensions()) > 0);
    }
  }

  @Override
  public Prepared prepare(History history) {
    return history.once(this, Read.class, () -> read(history));
  }

  private Read read(History history) {
    float[] learner = new float[items.dimensions()];
    newcomers.fold(history.rows(), history.weights(), learner);
    float[] scores = new float[items.rows()];
    if (Simd.norm(learner, 0, learner.length) == 0) {
      return new Read(scores);
    }
    for (int row = 0; row < scores.length; row++) {
      scores[row] =
          occurring.get(row)
              ? (float) sharpness
                  * Simd.dot(learner, 0, items.data(), items.offset(row), learner.length)
              : Float.NEGATIVE_INFINITY;
    }
    float _ = Simd.exp(scores, 0, scores.length, -Simd.max(scores, 0, scores.length));
    float rms = Simd.norm(scores, 0, scores.length) / (float) Math.sqrt(scores.length);
    Simd.scale(scores, 0, scores.length, 1 / rms);
    return new Read(scores);
  }

  void write(Map<String, MemorySegment> segments) {
    SegmentWriter out =
        new SegmentWriter(KIND, VERSION)
            .number(items.rows())
            .number(items.dimensions())
            .real(sharpness)
            .floats(items.data());
    newcomers.write(out);
    segments.put(NAME, out.finish());
  }

  static SequencePart read(Function<String, MemorySegment> source, int items) {
    SegmentReader in = SegmentReader.open(source, NAME, KIND, VERSION);
    int rows = in.number("items", items, items);
    int dimensions = in.number("dimensions", 2, MAX_DIMENSIONS);
    double sharpness = in.real("sharpness");
    in.require(sharpness > 0 && sharpness <= 10, "sharpness must be > 0 and <= 10");
    Vectors vectors = Vectors.of(rows, dimensions, in.floats("vectors", (long) rows * dimensions));
    FoldIn newcomers = FoldIn.read(in, vectors);
    in.end();
    return new SequencePart(vectors, newcomers, sharpness);
  }

  /** A learner taken in: the score of every item. */
  private record Read(Vectors all) implements Prepared {
    Read(float[] scores) {
      this(Vectors.of(1, Math.max(1, scores.length), scores.length == 0 ? new float[1] : scores));
    }

    @Override
    public float score(int row) {
      return all.data()[row];
    }

    @Override
    public ScoredRows best(int k, BitSet excluded) {
      float[] scores = all.data();
      TopRows best = new TopRows(Math.min(k, scores.length));
      for (int row = 0; row < scores.length; row++) {
        if (scores[row] > 0 && scores[row] >= best.floor() && !excluded.get(row)) {
          best.offer(row, scores[row]);
        }
      }
      return best.drain();
    }

    @Override
    public void close() {
      // Nothing is borrowed.
    }
  }
}
