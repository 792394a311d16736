package io.zhixun.ranking.vector;

import com.github.jelmerk.hnswlib.core.DistanceFunction;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.ObjectSerializer;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.UncheckedIOException;

/**
 * hnswlib-core behind one method, so that its type parameters, boxed distances and "smaller is
 * better" stop at this file.
 *
 * <p>Rows are added by one thread, numbered densely: version 1.2.0 derives a node's level from its
 * id's hash, so the same rows then give the same graph. The library has no accessor for the links;
 * they are taken from what {@code save()} writes ({@link AdjacencyTap}), which is never read back
 * as objects.
 */
final class HnswlibGraph {
  private static final int ROWS_A_REPORT = 1_000;

  private HnswlibGraph() {}

  /** A node: the id is its place in {@code rows}, the "vector" its row number. */
  private record Node(Integer id, Integer vector) implements Item<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public int dimensions() {
      return 1;
    }
  }

  /** Minus the inner product of two rows. Written into the stream, hence the transient field. */
  private static final class NegatedProduct implements DistanceFunction<Integer, Float> {
    private static final long serialVersionUID = 1L;

    private final transient Vectors vectors;

    NegatedProduct(Vectors vectors) {
      this.vectors = vectors;
    }

    @Override
    public Float distance(Integer a, Integer b) {
      return -Simd.dot(
          vectors.data(),
          vectors.offset(a),
          vectors.data(),
          vectors.offset(b),
          vectors.dimensions());
    }
  }

  /** Throws away what was written so far: the header and everything before the last id. */
  private static final class Discarding implements ObjectSerializer<Integer> {
    private static final long serialVersionUID = 1L;

    private final transient AdjacencyTap tap;

    Discarding(AdjacencyTap tap) {
      this.tap = tap;
    }

    @Override
    public void write(Integer id, ObjectOutput out) throws IOException {
      out.flush();
      tap.discard();
    }

    @Override
    public Integer read(ObjectInput in) {
      throw new IllegalStateException("a graph is never read back as objects");
    }
  }

  /** Writes nothing of a node but its links. */
  private static final class Silent implements ObjectSerializer<Node> {
    private static final long serialVersionUID = 1L;

    @Override
    public void write(Node node, ObjectOutput out) {
      // The links and the number around it are all that is wanted.
    }

    @Override
    public Node read(ObjectInput in) {
      throw new IllegalStateException("a graph is never read back as objects");
    }
  }

  /**
   * Builds the graph of some rows by inner product.
   *
   * @param rows which rows, ascending; links are given as places in this array
   */
  static Adjacency build(Vectors vectors, int[] rows, GraphSettings settings, Progress progress) {
    AdjacencyTap tap = new AdjacencyTap();
    HnswIndex<Integer, Integer, Node, Float> graph =
        HnswIndex.newBuilder(1, new NegatedProduct(vectors), rows.length)
            .withM(settings.links())
            .withEfConstruction(settings.buildWidth())
            .withCustomSerializers(new Discarding(tap), new Silent())
            .build();
    for (int node = 0; node < rows.length; node++) {
      if (node % ROWS_A_REPORT == 0) {
        progress.at("graph", (double) node / rows.length);
      }
      graph.add(new Node(node, rows[node]));
    }
    try {
      graph.save(tap);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return tap.adjacency(rows.length);
  }
}
