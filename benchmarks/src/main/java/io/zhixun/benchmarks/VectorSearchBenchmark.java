package io.zhixun.benchmarks;

import com.github.jelmerk.hnswlib.core.DistanceFunction;
import com.github.jelmerk.hnswlib.core.DistanceFunctions;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.SearchResult;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.recipe.History;
import io.zhixun.ranking.recipe.ServedEmbedding;
import io.zhixun.ranking.vector.GraphSettings;
import io.zhixun.ranking.vector.VectorIndex;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The nearest items to learners' vectors: our flattened graph beside hnswlib's own search, over the
 * same vectors, built and searched with the same widths. Recall against an exact scan is printed
 * before each measurement.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(
    value = 2,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "--enable-native-access=ALL-UNNAMED",
      "-Xmx4g"
    })
public class VectorSearchBenchmark {
  private static final int NEAREST = 10;
  private static final GraphSettings WIDTHS = GraphSettings.DEFAULTS;

  private float[][] queries;
  private Vectors vectors;
  private VectorIndex exact;
  private int asked;

  private float[] next() {
    return queries[asked++ % queries.length];
  }

  @Setup
  public void learn() {
    Newcomers loaded = Newcomers.load();
    ServedEmbedding embedding = loaded.model().embedding().orElseThrow();
    vectors = embedding.items();
    exact = VectorIndex.exact(vectors);
    queries =
        loaded.histories().stream()
            .map(history -> embedding.learner(history(history)))
            .toArray(float[][]::new);
  }

  private static History history(List<Integer> items) {
    float[] weights = new float[items.size()];
    Arrays.fill(weights, 1);
    return History.of(items.stream().mapToInt(Integer::intValue).toArray(), weights);
  }

  private void printRecall(String what, Function<float[], Set<Integer>> search) {
    int hits = 0;
    int wanted = 0;
    for (float[] query : queries) {
      ScoredRows truth = exact.nearest(query, NEAREST);
      Set<Integer> found = search.apply(query);
      for (int rank = 0; rank < truth.size(); rank++) {
        hits += found.contains(truth.row(rank)) ? 1 : 0;
      }
      wanted += truth.size();
    }
    System.out.printf(
        "# %s: recall@%d %.4f over %d queries%n",
        what, NEAREST, (double) hits / wanted, queries.length);
  }

  @Benchmark
  public ScoredRows ours(Ours ours) {
    return ours.graph.nearest(next(), NEAREST);
  }

  @Benchmark
  public List<SearchResult<Node, Float>> hnswlib(Theirs theirs) {
    return theirs.graph.findNearest(next(), NEAREST);
  }

  @Benchmark
  public List<SearchResult<Node, Float>> hnswlibWithOurProduct(TheirsWithOurProduct theirs) {
    return theirs.graph.findNearest(next(), NEAREST);
  }

  /** The graph that serves. */
  @State(Scope.Benchmark)
  public static class Ours {
    private VectorIndex graph;

    @Setup
    public void build(VectorSearchBenchmark data) {
      graph = VectorIndex.graph(data.vectors, WIDTHS, Progress.NONE);
      data.printRecall("ours", query -> rows(graph.nearest(query, NEAREST)));
    }

    private static Set<Integer> rows(ScoredRows found) {
      Set<Integer> rows = new HashSet<>();
      for (int rank = 0; rank < found.size(); rank++) {
        rows.add(found.row(rank));
      }
      return rows;
    }
  }

  /** hnswlib as it comes. */
  @State(Scope.Benchmark)
  public static class Theirs {
    private HnswIndex<Integer, float[], Node, Float> graph;

    @Setup
    public void build(VectorSearchBenchmark data) {
      graph = hnswlib(data.vectors, DistanceFunctions.FLOAT_INNER_PRODUCT);
      data.printRecall("hnswlib", query -> rows(graph.findNearest(query, NEAREST)));
    }
  }

  /** hnswlib with the vectorised product that ours has too. */
  @State(Scope.Benchmark)
  public static class TheirsWithOurProduct {
    private HnswIndex<Integer, float[], Node, Float> graph;

    @Setup
    public void build(VectorSearchBenchmark data) {
      graph = hnswlib(data.vectors, (a, b) -> 1 - Simd.dot(a, b));
      data.printRecall(
          "hnswlib with our product", query -> rows(graph.findNearest(query, NEAREST)));
    }
  }

  private static HnswIndex<Integer, float[], Node, Float> hnswlib(
      Vectors vectors, DistanceFunction<float[], Float> distance) {
    HnswIndex<Integer, float[], Node, Float> graph =
        HnswIndex.newBuilder(vectors.dimensions(), distance, vectors.rows())
            .withM(WIDTHS.links())
            .withEfConstruction(WIDTHS.buildWidth())
            .withEf(WIDTHS.searchWidth())
            .build();
    for (int row = 0; row < vectors.rows(); row++) {
      if (Simd.norm(vectors.data(), vectors.offset(row), vectors.dimensions()) > 0) {
        graph.add(new Node(row, vectors.row(row)));
      }
    }
    return graph;
  }

  private static Set<Integer> rows(List<SearchResult<Node, Float>> found) {
    Set<Integer> rows = new HashSet<>();
    found.forEach(one -> rows.add(one.item().id()));
    return rows;
  }

  /** A row as hnswlib wants it. */
  public static final class Node implements Item<Integer, float[]> {
    private static final long serialVersionUID = 1L;

    private final int row;
    private final float[] vector;

    Node(int row, float[] vector) {
      this.row = row;
      this.vector = vector;
    }

    @Override
    public Integer id() {
      return row;
    }

    @Override
    public float[] vector() {
      return vector;
    }

    @Override
    public int dimensions() {
      return vector.length;
    }
  }
}
