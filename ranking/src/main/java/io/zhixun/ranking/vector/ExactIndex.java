package io.zhixun.ranking.vector;

import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentWriter;
import java.util.BitSet;

/** Compares the query with every row: the oracle, and the faster way for small sets. */
final class ExactIndex implements VectorIndex {
  private final Vectors vectors;
  private final BitSet informative;

  ExactIndex(Vectors vectors) {
    this.vectors = vectors;
    this.informative = informative(vectors);
  }

  /** The rows that are not all zero. */
  static BitSet informative(Vectors vectors) {
    BitSet rows = new BitSet(vectors.rows());
    for (int row = 0; row < vectors.rows(); row++) {
      int end = vectors.offset(row) + vectors.dimensions();
      for (int at = vectors.offset(row); at < end; at++) {
        if (vectors.data()[at] != 0) {
          rows.set(row);
          break;
        }
      }
    }
    return rows;
  }

  @Override
  public ScoredRows nearest(float[] query, int k) {
    return scan(vectors, informative, query, k);
  }

  @Override
  public ScoredRows nearest(float[] query, int k, BitSet allowed) {
    BitSet both = (BitSet) informative.clone();
    both.and(allowed);
    return scan(vectors, both, query, k);
  }

  /** The best of the rows given, by comparing all of them: rows · d multiply-adds. */
  static ScoredRows scan(Vectors vectors, BitSet rows, float[] query, int k) {
    requireQuery(vectors, query, k);
    TopRows best = new TopRows(Math.min(k, rows.cardinality()));
    float[] data = vectors.data();
    int dimensions = vectors.dimensions();
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      float score = Simd.dot(query, 0, data, row * dimensions, dimensions);
      if (score >= best.floor()) {
        best.offer(row, score);
      }
    }
    return best.drain();
  }

  static void requireQuery(Vectors vectors, float[] query, int k) {
    if (query.length != vectors.dimensions()) {
      throw new IllegalArgumentException(
          "query must have " + vectors.dimensions() + " floats, got " + query.length);
    }
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, got " + k);
    }
  }

  @Override
  public Vectors vectors() {
    return vectors;
  }

  @Override
  public SegmentWriter write() {
    return IndexFormat.exact(vectors);
  }
}
