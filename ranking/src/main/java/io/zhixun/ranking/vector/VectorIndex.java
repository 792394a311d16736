package io.zhixun.ranking.vector;

import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentWriter;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.function.Function;

/**
 * Nearest rows by inner product, best first, equal scores in row order. Rows of zeros, which fit
 * everything equally, are never among them. Immutable and safe for many threads; the same vectors
 * give the same index and the same answers.
 */
public sealed interface VectorIndex permits ExactIndex, GraphIndex {
  /**
   * The {@code k} best rows; fewer when there are fewer.
   *
   * @param query of as many floats as the vectors have; need not be normalised
   */
  ScoredRows nearest(float[] query, int k);

  /**
   * The {@code k} best of the rows allowed. Where few are, they are all compared; so a filter does
   * not lose what it lets through.
   */
  ScoredRows nearest(float[] query, int k, BitSet allowed);

  /** What is indexed; shared, not to be written to. */
  Vectors vectors();

  /** An index that compares every row. */
  static VectorIndex exact(Vectors vectors) {
    return new ExactIndex(vectors);
  }

  /**
   * A graph, or an exact index below the size where that is faster.
   *
   * @throws java.util.concurrent.CancellationException when {@code progress} asks for it
   */
  static VectorIndex of(Vectors vectors, GraphSettings settings, Progress progress) {
    return vectors.rows() < settings.exactBelow()
        ? exact(vectors)
        : graph(vectors, settings, progress);
  }

  /** A graph, whatever the size. */
  static VectorIndex graph(Vectors vectors, GraphSettings settings, Progress progress) {
    return GraphIndex.build(vectors, settings, progress);
  }

  /** All but the vectors, which their owner keeps. */
  SegmentWriter write();

  /**
   * Reads what {@link #write} wrote.
   *
   * @param vectors the very ones that were indexed
   */
  static VectorIndex read(Function<String, MemorySegment> source, String name, Vectors vectors) {
    return IndexFormat.read(source, name, vectors);
  }
}
