package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;

/**
 * How the vector of a learner follows from the items they know, without training. Immutable and
 * safe for many threads.
 */
public sealed interface FoldIn permits RidgeFoldIn, PooledFoldIn, SummedFoldIn, RecentFoldIn {
  /**
   * Computes a learner's vector.
   *
   * @param history item rows, newest last, no row twice; may be empty, which gives zeros
   * @param weights beside them
   * @param out {@code [d]}, overwritten
   */
  void fold(int[] history, float[] weights, float[] out);

  /**
   * The same for a learner of whom training learned something beyond their items.
   *
   * @param own {@code [d]}, the learner's row of {@link Embeddings#own}; ignored by methods that
   *     have none
   */
  default void fold(int[] history, float[] weights, float[] own, float[] out) {
    fold(history, weights, out);
  }

  /** Appends what {@link #read} needs beside the items' vectors. */
  void write(SegmentWriter out);

  /** Reads what {@link #write} wrote. */
  static FoldIn read(SegmentReader in, Vectors items) {
    return switch (in.number("kind of fold-in", RidgeFoldIn.KIND, RecentFoldIn.KIND)) {
      case RidgeFoldIn.KIND -> RidgeFoldIn.read(in, items);
      case PooledFoldIn.KIND -> PooledFoldIn.read(in, items);
      case SummedFoldIn.KIND -> SummedFoldIn.read(in, items);
      default -> RecentFoldIn.read(in, items);
    };
  }
}
