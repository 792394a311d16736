package io.zhixun.ranking.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.fixture.Seeds;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way of learning vectors must hold to. */
class EmbeddingTrainerConformanceTest {
  /**
   * A trainer by its number of threads.
   *
   * @param ofNext whether it learns what comes after a learner's items, which never is one of them,
   *     instead of what goes with them, which they do themselves
   */
  record Kind(String name, boolean ofNext, IntFunction<EmbeddingTrainer> ofThreads) {
    EmbeddingTrainer trainer() {
      return ofThreads.apply(2);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind(
            "als",
            false,
            threads -> new AlsTrainer(new AlsSettings(12, 6, 0.05, 0.02, 5, threads))),
        new Kind(
            "spectral",
            false,
            threads -> new SpectralTrainer(new SpectralSettings(8, 0.5, 0.5, 0, 0, 5, 5, threads))),
        new Kind(
            "ssm",
            false,
            threads ->
                new SsmTrainer(new SsmSettings(2, 12, 0.2, 0.5, 12_000, 10, 100, 5, threads))),
        new Kind(
            "sequence",
            true,
            threads ->
                new SequenceTrainer(
                    new SequenceSettings(
                        2, 12, 20, 64, 0.1, 0.02, 100_000, 100, 8_000, 5, threads))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void threadsDoNotChangeABit(Kind kind) {
    long seed = Seeds.next();
    Interactions all = Samples.random(300, 150, 3_000, seed);

    Embeddings alone = kind.ofThreads().apply(1).train(all, Progress.NONE);

    for (int threads : new int[] {2, 3}) {
      Embeddings together = kind.ofThreads().apply(threads).train(all, Progress.NONE);
      assertArrayEquals(alone.users().data(), together.users().data(), Seeds.replay(seed));
      assertArrayEquals(alone.items().data(), together.items().data(), Seeds.replay(seed));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void usersOfAGroupAreNearerToItsItemsThanToAnyOther(Kind kind) {
    Interactions all = Samples.mixed(Samples.groups(4, 30, 10, 11), 12);

    Embeddings learned = kind.trainer().train(all, Progress.NONE);

    double unseenInside = 0;
    double outside = 0;
    for (int user = 0; user < all.users(); user++) {
      int group = user / 30;
      List<Integer> seen = Arrays.stream(all.itemsOf(user)).boxed().toList();
      float worstInside = Float.POSITIVE_INFINITY; // of what it says it finds
      float bestOutside = Float.NEGATIVE_INFINITY;
      for (int item = 0; item < all.items(); item++) {
        float score = score(learned, user, item);
        if (item / 10 != group) {
          bestOutside = Math.max(bestOutside, score);
          outside += score / (30 * all.users());
        } else if (seen.contains(item)) {
          worstInside = kind.ofNext() ? worstInside : Math.min(worstInside, score);
        } else {
          worstInside = kind.ofNext() ? Math.min(worstInside, score) : worstInside;
          unseenInside += score / (10 * all.users() - all.entries());
        }
      }
      assertTrue(worstInside > bestOutside, "user " + user);
    }
    assertTrue(unseenInside > outside + 0.3, unseenInside + " against " + outside);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void newcomersFoldInNextToThoseWhoDidTheSame(Kind kind) {
    Interactions all = Samples.mixed(Samples.groups(4, 30, 10, 11), 12);
    Embeddings learned = kind.trainer().train(all, Progress.NONE);

    float[] newcomer = learned.foldIn(new int[] {21, 23, 28}, new float[] {1, 1, 1});

    float inside = 0;
    for (int item = 20; item < 30; item++) {
      inside = Math.max(inside, dot(newcomer, learned.items(), item));
    }
    for (int item = 0; item < 20; item++) {
      assertTrue(dot(newcomer, learned.items(), item) < inside / 2);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whoHasNoEntriesGetsZerosAndSpoilsNobody(Kind kind) {
    Interactions all = Interactions.builder(6, 5).add(1, 1).add(1, 3).add(4, 3).add(4, 1).build();

    Embeddings learned = kind.trainer().train(all, Progress.NONE);

    assertEquals(0, Simd.norm(learned.users().row(0), 0, learned.dimensions()));
    assertEquals(0, Simd.norm(learned.items().row(4), 0, learned.dimensions()));
    assertTrue(kind.ofNext() || score(learned, 1, 3) > 0);
    assertEquals(0, Simd.norm(learned.foldIn(new int[0], new float[0]), 0, learned.dimensions()));
    for (float value : learned.items().data()) {
      assertTrue(Float.isFinite(value));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void emptyMatricesAndSinglePairsAreLearnedToo(Kind kind) {
    for (Interactions all :
        List.of(
            Interactions.builder(0, 0).build(),
            Interactions.builder(3, 2).build(),
            Interactions.builder(1, 1).add(0, 0).build())) {
      Embeddings learned = kind.trainer().train(all, Progress.NONE);

      assertEquals(all.users(), learned.users().rows());
      assertEquals(all.items(), learned.items().rows());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void progressRisesToOne(Kind kind) {
    List<Double> seen = new ArrayList<>();

    kind.trainer().train(Samples.groups(2, 10, 5, 1), (_, done) -> seen.add(done));

    assertEquals(seen.stream().sorted().toList(), seen);
    assertEquals(1, seen.getLast());
    assertTrue(seen.size() > 3);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void cancellingStopsTheTraining(Kind kind) {
    Interactions all = Samples.groups(2, 10, 5, 1);
    int[] calls = {0};

    assertThrows(
        CancellationException.class,
        () ->
            kind.trainer()
                .train(
                    all,
                    (_, _) -> {
                      if (++calls[0] == 2) {
                        throw new CancellationException("enough");
                      }
                    }));
    assertEquals(2, calls[0]);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void foldingInSurvivesWritingAndReading(Kind kind) {
    Embeddings learned = kind.trainer().train(Samples.groups(3, 20, 8, 2), Progress.NONE);
    SegmentWriter out = new SegmentWriter("fold", 1);

    learned.newcomers().write(out);
    MemorySegment written = out.finish();
    FoldIn read = FoldIn.read(SegmentReader.open(_ -> written, "f", "fold", 1), learned.items());

    float[] again = new float[learned.dimensions()];
    read.fold(new int[] {3, 5}, new float[] {1, 2}, again);
    assertArrayEquals(learned.foldIn(new int[] {3, 5}, new float[] {1, 2}), again);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void moreDataNeedsMoreMemory(Kind kind) {
    long small = kind.trainer().memoryNeeded(Samples.groups(2, 10, 5, 1));
    long large = kind.trainer().memoryNeeded(Samples.groups(8, 100, 50, 1));

    assertTrue(small > 0);
    assertTrue(large > small);
    assertFalse(kind.trainer().name().isBlank());
  }

  private static float score(Embeddings learned, int user, int item) {
    return dot(learned.users().row(user), learned.items(), item);
  }

  private static float dot(float[] user, Vectors items, int item) {
    return Simd.dot(user, items.row(item));
  }
}
