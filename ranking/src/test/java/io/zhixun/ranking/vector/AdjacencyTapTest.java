package io.zhixun.ranking.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.vector.Adjacency.Targets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The layout of what hnswlib-core writes: when this fails, the library has changed. */
class AdjacencyTapTest {
  @Test
  void everyNodeIsThereWithLinksAsTheLibraryLimitsThem() {
    Vectors vectors = Samples.clustered(2_000, 8, 10, 4).normalised();
    int[] rows = IntStream.range(0, vectors.rows()).toArray();
    GraphSettings settings = new GraphSettings(6, 40, 40, 0);

    Adjacency graph = HnswlibGraph.build(vectors, rows, settings, Progress.NONE);

    assertEquals(vectors.rows(), graph.nodes().size());
    int upper = 0;
    for (Adjacency.Levels node : graph.nodes()) {
      assertTrue(node.levels().getFirst().size() <= 2 * settings.links());
      for (Targets targets : node.levels().subList(1, node.levels().size())) {
        assertTrue(targets.size() <= settings.links());
        upper++;
      }
    }
    assertTrue(upper > 200 && upper < 700, "nodes on upper levels: " + upper);
    assertTrue(graph.maxLevel() >= 2);
  }

  @Test
  void linksOfAnUpperLevelLeadToNodesOfThatLevel() {
    Vectors vectors = Samples.clustered(1_000, 8, 10, 4);
    int[] rows = IntStream.range(0, vectors.rows()).toArray();

    Adjacency graph =
        HnswlibGraph.build(vectors, rows, new GraphSettings(6, 40, 40, 0), Progress.NONE);

    for (Adjacency.Levels node : graph.nodes()) {
      for (int level = 0; level < node.levels().size(); level++) {
        Targets targets = node.levels().get(level);
        for (int at = 0; at < targets.size(); at++) {
          assertTrue(graph.nodes().get(targets.get(at)).levels().size() > level);
        }
      }
    }
  }

  @Test
  void anotherLayoutIsRefusedRatherThanMisread() {
    AdjacencyTap tap = new AdjacencyTap();
    tap.write(new byte[] {0x77, 4, 0, 0, 0, 1, 0x78}, 0, 7);

    assertThrows(RuntimeException.class, () -> tap.adjacency(1));
  }
}
