package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.FoldIn;
import io.zhixun.ranking.embed.Gram;
import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import io.zhixun.ranking.vector.VectorIndex;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.Map;
import java.util.function.Function;

/**
 * The inner product of the learner's folded-in vector x with an item's. The root mean square over
 * all n items is exact without visiting them: √(xᵀ G x / n) with G = Σ y yᵀ.
 */
final class EmbeddingPart implements Part {
  private static final String KIND = "embedding";
  private static final int VERSION = 1;
  private static final int MAX_DIMENSIONS = 1024;

  private final String name;
  private final VectorIndex index;
  private final FoldIn newcomers;
  private final Matrix meanProducts; // G / n

  EmbeddingPart(String name, VectorIndex index, FoldIn newcomers) {
    this.name = name;
    this.index = index;
    this.newcomers = newcomers;
    this.meanProducts = Gram.of(index.vectors(), 1.0 / Math.max(1, index.vectors().rows()));
  }

  @Override
  public String name() {
    return name;
  }

  VectorIndex index() {
    return index;
  }

  @Override
  public Prepared prepare(History history) {
    float[] learner = learner(history);
    double meanSquare = Gram.quadratic(meanProducts, learner);
    if (meanSquare > 0) {
      Simd.scale(learner, 0, learner.length, (float) (1 / Math.sqrt(meanSquare)));
    }
    return new Folded(learner);
  }

  /** The learner's vector as training would give it. */
  float[] learner(History history) {
    float[] learner = new float[index.vectors().dimensions()];
    newcomers.fold(history.rows(), history.weights(), learner);
    return learner;
  }

  /** The learner's vector, scaled so that its products are calibrated scores. */
  private final class Folded implements Prepared {
    private final float[] learner;

    Folded(float[] learner) {
      this.learner = learner;
    }

    @Override
    public float score(int row) {
      Vectors items = index.vectors();
      return Simd.dot(learner, 0, items.data(), items.offset(row), learner.length);
    }

    @Override
    public ScoredRows best(int k, BitSet excluded) {
      if (k == 0 || Simd.norm(learner, 0, learner.length) == 0) {
        return ScoredRows.NONE;
      }
      int out = excluded.cardinality();
      ScoredRows nearest = index.nearest(learner, k + out);
      return out == 0 ? nearest : nearest.without(excluded).first(k);
    }

    @Override
    public void close() {
      // Nothing is borrowed.
    }
  }

  @Override
  public void write(Map<String, MemorySegment> segments) {
    Vectors items = index.vectors();
    SegmentWriter out =
        new SegmentWriter(KIND, VERSION)
            .number(items.rows())
            .number(items.dimensions())
            .floats(items.data());
    newcomers.write(out);
    segments.put(name + ".items", out.finish());
    segments.put(name + ".graph", index.write().finish());
  }

  static EmbeddingPart read(Function<String, MemorySegment> source, String name, int items) {
    SegmentReader in = SegmentReader.open(source, name + ".items", KIND, VERSION);
    int rows = in.number("items", items, items);
    int dimensions = in.number("dimensions", 1, MAX_DIMENSIONS);
    Vectors vectors = Vectors.of(rows, dimensions, in.floats("vectors", (long) rows * dimensions));
    FoldIn newcomers = FoldIn.read(in, vectors);
    in.end();
    return new EmbeddingPart(name, VectorIndex.read(source, name + ".graph", vectors), newcomers);
  }
}
