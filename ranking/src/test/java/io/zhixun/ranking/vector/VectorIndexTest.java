package io.zhixun.ranking.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.fixture.Seeds;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentException;
import io.zhixun.ranking.persist.SegmentWriter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class VectorIndexTest {
  private static final GraphSettings SETTINGS = new GraphSettings(12, 100, 128, 0);

  private static final long SEED = Seeds.next();
  private static final Vectors VECTORS = Samples.clustered(2_000, 24, 30, SEED);
  private static final Vectors QUERIES = Samples.clustered(60, 24, 30, SEED);
  private static final VectorIndex GRAPH = VectorIndex.graph(VECTORS, SETTINGS, Progress.NONE);

  @Test
  void bothRankTheSameRowsOnASmallCase() {
    Vectors rows = Vectors.copyOf(new float[][] {{1, 0}, {0, 1}, {0.6f, 0.8f}, {0, 0}});

    for (VectorIndex index :
        new VectorIndex[] {
          VectorIndex.exact(rows), VectorIndex.graph(rows, SETTINGS, Progress.NONE)
        }) {
      assertEquals("[0=1.0, 2=0.6, 1=0.0]", index.nearest(new float[] {1, 0}, 5).toString());
    }
  }

  @Test
  void graphFindsTheExactBestRowsOfAnyLengthByInnerProduct() {
    VectorIndex exact = VectorIndex.exact(VECTORS);

    assertTrue(recall(exact, GRAPH, 10) >= 0.98, Seeds.replay(SEED));
    assertTrue(recall(exact, GRAPH, 100) >= 0.95, Seeds.replay(SEED));
  }

  @Test
  void graphOfUnitVectorsFindsThemToo() {
    Vectors unit = VECTORS.normalised();

    assertTrue(
        recall(VectorIndex.exact(unit), VectorIndex.graph(unit, SETTINGS, Progress.NONE), 10)
            >= 0.98,
        Seeds.replay(SEED));
  }

  @Test
  void aFilterLosesNothingOfWhatItLetsThrough() {
    VectorIndex exact = VectorIndex.exact(VECTORS);
    BitSet allowed = new BitSet();
    for (int row = 0; row < VECTORS.rows(); row += 10) {
      allowed.set(row);
    }

    for (int query = 0; query < QUERIES.rows(); query++) {
      ScoredRows expected = exact.nearest(QUERIES.row(query), 20, allowed);
      ScoredRows found = GRAPH.nearest(QUERIES.row(query), 20, allowed);

      assertEquals(expected, found, Seeds.replay(SEED));
      for (int rank = 0; rank < found.size(); rank++) {
        assertTrue(allowed.get(found.row(rank)));
      }
    }
  }

  @Test
  void theSameVectorsGiveTheSameGraphTwice() {
    byte[] once = bytes(GRAPH.write());
    byte[] twice = bytes(VectorIndex.graph(VECTORS, SETTINGS, Progress.NONE).write());

    org.junit.jupiter.api.Assertions.assertArrayEquals(once, twice, Seeds.replay(SEED));
  }

  @Test
  void answersSurviveWritingAndReading() {
    for (VectorIndex index : new VectorIndex[] {VectorIndex.exact(VECTORS), GRAPH}) {
      MemorySegment written = index.write().finish();

      VectorIndex read = VectorIndex.read(_ -> written, "graph", VECTORS);

      for (int query = 0; query < QUERIES.rows(); query++) {
        assertEquals(index.nearest(QUERIES.row(query), 30), read.nearest(QUERIES.row(query), 30));
      }
    }
  }

  @Test
  void noChangedByteMakesASearchRunOutOfItsArrays() {
    Vectors few = Samples.clustered(60, 4, 3, SEED);
    byte[] bytes = bytes(VectorIndex.graph(few, SETTINGS, Progress.NONE).write());
    int refused = 0;

    for (int at = 16; at < bytes.length; at += 3) {
      byte[] bad = bytes.clone();
      bad[at] ^= (byte) 0x55;
      try {
        VectorIndex read = VectorIndex.read(_ -> MemorySegment.ofArray(bad), "graph", few);
        ScoredRows _ = read.nearest(few.row(3), 10);
      } catch (SegmentException _) {
        refused++;
      }
    }

    assertTrue(refused > 100, "refused " + refused + ", " + Seeds.replay(SEED));
  }

  @Test
  void smallSetsAreScannedAndLargerOnesWalked() {
    GraphSettings from100 = new GraphSettings(8, 50, 50, 100);

    assertInstanceOf(
        ExactIndex.class,
        VectorIndex.of(Samples.clustered(99, 4, 3, SEED), from100, Progress.NONE));
    assertInstanceOf(
        GraphIndex.class,
        VectorIndex.of(Samples.clustered(100, 4, 3, SEED), from100, Progress.NONE));
  }

  @Test
  void nothingIsFoundAmongNothing() {
    for (Vectors none : new Vectors[] {Vectors.zeros(0, 3), Vectors.zeros(5, 3)}) {
      assertEquals(0, VectorIndex.exact(none).nearest(new float[3], 4).size());
      assertEquals(
          0, VectorIndex.graph(none, SETTINGS, Progress.NONE).nearest(new float[3], 4).size());
    }
  }

  @Test
  void badQueriesAreRefusedByName() {
    VectorIndex index = GRAPH;

    assertThrows(IllegalArgumentException.class, () -> index.nearest(new float[3], 1));
    assertThrows(IllegalArgumentException.class, () -> index.nearest(QUERIES.row(0), 0));
  }

  @Test
  void buildingCanBeCancelled() {
    assertThrows(
        CancellationException.class,
        () ->
            VectorIndex.graph(
                VECTORS,
                SETTINGS,
                (_, _) -> {
                  throw new CancellationException("stop");
                }));
  }

  private double recall(VectorIndex exact, VectorIndex graph, int k) {
    int found = 0;
    for (int query = 0; query < QUERIES.rows(); query++) {
      BitSet truth = new BitSet();
      for (int row : exact.nearest(QUERIES.row(query), k).rows()) {
        truth.set(row);
      }
      for (int row : graph.nearest(QUERIES.row(query), k).rows()) {
        found += truth.get(row) ? 1 : 0;
      }
    }
    return (double) found / QUERIES.rows() / k;
  }

  private static byte[] bytes(SegmentWriter writer) {
    return writer.finish().toArray(ValueLayout.JAVA_BYTE);
  }
}
