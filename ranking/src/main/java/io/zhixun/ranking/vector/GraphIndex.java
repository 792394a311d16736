package io.zhixun.ranking.vector;

import io.zhixun.ranking.math.Pool;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * An HNSW graph in plain arrays.
 *
 * <p>Vectors of equal length have one graph. For others an inner-product graph leaves about half of
 * the rows without an incoming link, so that they can never be found; the lowest level is then the
 * union of its links and those of the graph of the normalised vectors.
 */
final class GraphIndex implements VectorIndex {
  private static final int SCANNED_ROWS = 10_000;
  private static final int SCANNED_SHARE = 8;
  private static final float EQUAL_LENGTHS = 1e-3f;

  private final Vectors vectors;
  private final BitSet informative;
  private final List<Links> levels; // lowest first
  private final int entry;
  private final int searchWidth;
  private final Pool<GraphSearch> searches;

  GraphIndex(Vectors vectors, List<Links> levels, int entry, int searchWidth) {
    this.vectors = vectors;
    this.informative = ExactIndex.informative(vectors);
    this.levels = List.copyOf(levels);
    this.entry = entry;
    this.searchWidth = searchWidth;
    this.searches = new Pool<>(() -> new GraphSearch(this.vectors, this.levels));
  }

  static GraphIndex build(Vectors vectors, GraphSettings settings, Progress progress) {
    int[] rows = ExactIndex.informative(vectors).stream().toArray();
    Adjacency byProduct = HnswlibGraph.build(vectors, rows, settings, progress);
    List<Links> levels = new ArrayList<>();
    if (sameLength(vectors, rows)) {
      levels.add(Flattening.lowest(vectors.rows(), rows, List.of(byProduct)));
    } else {
      Adjacency byAngle = HnswlibGraph.build(vectors.normalised(), rows, settings, progress);
      levels.add(Flattening.lowest(vectors.rows(), rows, List.of(byProduct, byAngle)));
    }
    for (int level = 1; level <= byProduct.maxLevel(); level++) {
      levels.add(Flattening.upper(level, rows, byProduct));
    }
    progress.at("graph", 1);
    int entry = byProduct.entry() < 0 ? -1 : rows[byProduct.entry()];
    return new GraphIndex(vectors, levels, entry, settings.searchWidth());
  }

  private static boolean sameLength(Vectors vectors, int[] rows) {
    float min = Float.POSITIVE_INFINITY;
    float max = 0;
    for (int row : rows) {
      float norm = Simd.norm(vectors.data(), vectors.offset(row), vectors.dimensions());
      min = Math.min(min, norm);
      max = Math.max(max, norm);
    }
    return max - min <= EQUAL_LENGTHS * max;
  }

  @Override
  public ScoredRows nearest(float[] query, int k) {
    return search(query, k, informative);
  }

  @Override
  public ScoredRows nearest(float[] query, int k, BitSet allowed) {
    BitSet both = (BitSet) informative.clone();
    both.and(allowed);
    int left = both.cardinality();
    return left <= SCANNED_ROWS || left <= vectors.rows() / SCANNED_SHARE
        ? ExactIndex.scan(vectors, both, query, k)
        : search(query, k, both);
  }

  private ScoredRows search(float[] query, int k, BitSet allowed) {
    ExactIndex.requireQuery(vectors, query, k);
    if (entry < 0) {
      return ScoredRows.NONE;
    }
    GraphSearch search = searches.take();
    ScoredRows found = search.run(query, entry, Math.max(searchWidth, k + k / 2), allowed);
    searches.giveBack(search);
    return found.first(k);
  }

  @Override
  public Vectors vectors() {
    return vectors;
  }

  @Override
  public SegmentWriter write() {
    return IndexFormat.graph(vectors, levels, entry, searchWidth);
  }
}
