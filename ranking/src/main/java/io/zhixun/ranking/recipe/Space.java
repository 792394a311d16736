package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.FoldIn;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import io.zhixun.ranking.vector.VectorIndex;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A learned space: the items in it, findable, and the way learners come into it. Several parts may
 * share one.
 *
 * @param items the index of the items' vectors
 * @param newcomers how a learner's vector follows from their items
 * @param own what was learned of each learner of training beyond their items
 */
record Space(VectorIndex items, FoldIn newcomers, Optional<Vectors> own) {
  private static final String KIND = "space";
  private static final int VERSION = 1;
  private static final int MAX_DIMENSIONS = 4096;
  private static final String NAME = "space";

  int dimensions() {
    return items.vectors().dimensions();
  }

  /** The learner's vector, as training would give it. */
  float[] learner(History history) {
    float[] vector = new float[dimensions()];
    int row = history.learner().orElse(Integer.MAX_VALUE);
    if (own.isPresent() && row < own.get().rows()) {
      newcomers.fold(history.rows(), history.weights(), own.get().row(row), vector);
    } else {
      newcomers.fold(history.rows(), history.weights(), vector);
    }
    return vector;
  }

  void write(Map<String, MemorySegment> segments) {
    Vectors vectors = items.vectors();
    Vectors ownRows = own.orElse(Vectors.zeros(0, vectors.dimensions()));
    SegmentWriter out =
        new SegmentWriter(KIND, VERSION)
            .number(vectors.rows())
            .number(vectors.dimensions())
            .floats(vectors.data())
            .number(ownRows.rows())
            .floats(ownRows.data());
    newcomers.write(out);
    segments.put(NAME + ".vectors", out.finish());
    segments.put(NAME + ".graph", items.write().finish());
  }

  static Space read(Function<String, MemorySegment> source, int items) {
    SegmentReader in = SegmentReader.open(source, NAME + ".vectors", KIND, VERSION);
    int rows = in.number("items", items, items);
    int dimensions = in.number("dimensions", 1, MAX_DIMENSIONS);
    Vectors vectors = Vectors.of(rows, dimensions, in.floats("vectors", (long) rows * dimensions));
    int learners = in.number("learners", 0, Integer.MAX_VALUE / dimensions);
    Vectors own =
        Vectors.of(learners, dimensions, in.floats("own vectors", (long) learners * dimensions));
    FoldIn newcomers = FoldIn.read(in, vectors);
    in.end();
    return new Space(
        VectorIndex.read(source, NAME + ".graph", vectors),
        newcomers,
        learners == 0 ? Optional.empty() : Optional.of(own));
  }
}
