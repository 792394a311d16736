package io.zhixun.ranking.recipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.persist.SegmentException;
import io.zhixun.ranking.persist.SegmentWriter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedModelTest {
  private static final RecipeSettings SETTINGS = SmallSettings.with(2);
  private static final Interactions GROUPS = Samples.groups(5, 40, 20, 3);
  private static final LearnedModel MODEL = RecipeTrainer.train(GROUPS, SETTINGS, Progress.NONE);

  @Test
  void proposesAndPrefersWhatTheLearnersGroupLikes() {
    History history = history(20, 24, 31);

    int[] rows = MODEL.candidates(history, CandidateLimits.DEFAULTS, excluded(history)).rows();
    float[] scores = MODEL.score(history, rows).blended();

    for (int at = 0; at < rows.length; at++) {
      for (int other = 0; other < rows.length; other++) {
        if (rows[at] / 20 == 1 && rows[other] / 20 != 1) {
          assertTrue(scores[at] > scores[other], rows[at] + " against " + rows[other]);
        }
      }
    }
    assertTrue(rows.length >= 17);
  }

  @Test
  void excludedRowsAreNotProposedAndHistoryIsOnlyMaskedOnRequest() {
    History history = history(20, 24, 31);
    BitSet out = excluded(history);
    out.set(35);

    int[] masked = MODEL.candidates(history, CandidateLimits.DEFAULTS, out).rows();
    int[] whole = MODEL.candidates(history, CandidateLimits.DEFAULTS, new BitSet()).rows();

    for (int row : masked) {
      assertFalse(out.get(row));
    }
    assertTrue(java.util.Arrays.binarySearch(whole, 24) >= 0);
  }

  @Test
  void whatGoesWithOneItemIsWhatItsListsSay() {
    ScoredRows alongside = MODEL.alongside(24, 10);

    assertTrue(alongside.size() > 0 && alongside.size() <= 10);
    for (int rank = 0; rank < alongside.size(); rank++) {
      assertTrue(alongside.row(rank) / 20 == 1 && alongside.row(rank) != 24, alongside.toString());
    }
    assertEquals(0, MODEL.alongside(MODEL.items() + 3, 10).size());
  }

  @Test
  void aHistoryAskedTwiceAnswersAsOneAskedOnce() {
    History asked = history(20, 24, 31);
    int[] rows = {22, 25, 61, 3};
    MODEL.candidates(asked, CandidateLimits.DEFAULTS, excluded(asked));

    assertArrayEquals(
        MODEL.score(history(20, 24, 31), rows).blended(), MODEL.score(asked, rows).blended());
  }

  @Test
  void limitsHold() {
    CandidateLimits limits = new CandidateLimits(3, 5, 2);

    Candidates candidates = MODEL.candidates(history(20, 24), limits, new BitSet());

    assertTrue(candidates.embedding().size() <= 3);
    assertTrue(candidates.neighbours().size() <= 5);
    assertEquals(2, candidates.popular().size());
    assertThrows(IllegalArgumentException.class, () -> new CandidateLimits(900, 100, 1));
    assertThrows(IllegalArgumentException.class, () -> new CandidateLimits(-1, 0, 0));
  }

  @Test
  void withoutHistoryPopularityDecides() {
    Candidates candidates = MODEL.candidates(History.EMPTY, CandidateLimits.DEFAULTS, new BitSet());
    Scores scores = MODEL.score(History.EMPTY, new int[] {0, 1, 2});

    assertEquals(0, candidates.embedding().size());
    assertTrue(candidates.popular().size() > 0);
    assertArrayEquals(scores.popularity(), scores.blended());
    assertTrue(scores.popularity()[0] > 0 && scores.popularity()[0] <= 1);
  }

  @Test
  void itemsNewerThanTheModelScoreZeroAndSpoilNothing() {
    History known = history(20, 24);
    History withNew = history(20, 1_000_000, 24);

    assertArrayEquals(
        MODEL.score(known, new int[] {30, 7}).blended(),
        MODEL.score(withNew, new int[] {30, 7}).blended(),
        0.2f);
    assertEquals(0, MODEL.score(known, new int[] {1_000_000}).blended()[0]);
    assertThrows(IllegalArgumentException.class, () -> MODEL.score(known, new int[] {-1}));
  }

  @Test
  void sharesOfTheSourcesAddUpToTheBlend() {
    int[] rows = {20, 21, 22, 40, 60, 99};

    Scores scores = MODEL.score(history(20, 24, 31), rows);

    for (int at = 0; at < rows.length; at++) {
      assertEquals(scores.embedding()[at] + scores.neighbour()[at], scores.blended()[at], 1e-5);
    }
  }

  @Test
  void aScoreDoesNotDependOnWhatElseIsScored() {
    History history = history(20, 24, 31);

    assertEquals(
        MODEL.score(history, new int[] {22}).blended()[0],
        MODEL.score(history, new int[] {5, 22, 99, 60}).blended()[1]);
  }

  @Test
  void segmentsGiveBackTheSameModel() {
    Map<String, MemorySegment> segments = MODEL.segments();

    LearnedModel read = LearnedModel.from(segments::get);

    History history = history(20, 24, 31);
    int[] rows = {1, 22, 35, 60};
    assertEquals(MODEL.choice(), read.choice());
    assertEquals(
        MODEL.candidates(history, CandidateLimits.DEFAULTS, new BitSet()),
        read.candidates(history, CandidateLimits.DEFAULTS, new BitSet()));
    assertArrayEquals(MODEL.score(history, rows).blended(), read.score(history, rows).blended());
  }

  @Test
  void whatIsTakenTogetherIsReachedByWalksWhateverTheRecipe() {
    LearnedModel vectors =
        RecipeTrainer.train(
            GROUPS, RecipeTrainer.named(GROUPS, SETTINGS, "als"), SETTINGS, Progress.NONE);
    History history = history(20, 24, 31);

    float[] shares = vectors.cooccurrence(history, new int[] {22, 35, 60, 1, 1_000_000});

    assertTrue(shares[0] > 0 && shares[1] > 0, "of the learner's group");
    assertTrue(Math.min(shares[0], shares[1]) > 10 * Math.max(shares[2], shares[3]), "of others");
    assertEquals(0, shares[4], "newer than the model");
    assertArrayEquals(
        new float[2], vectors.cooccurrence(History.EMPTY, new int[] {22, 35}), "of a stranger");
    assertArrayEquals(
        shares,
        LearnedModel.from(vectors.segments()::get)
            .cooccurrence(history, new int[] {22, 35, 60, 1, 1_000_000}));
    assertTrue(vectors.causes(history, new int[] {22})[0] >= 0, "a reason can name its cause");
  }

  @Test
  void causesAreTheSameForManyRowsAndOneByOne() {
    History history = history(20, 24, 31);
    int[] rows = IntStream.concat(IntStream.range(0, 100), IntStream.of(1_000_000)).toArray();

    int[] causes = MODEL.causes(history, rows);

    for (int at = 0; at < rows.length; at++) {
      assertEquals(MODEL.causes(history, new int[] {rows[at]})[0], causes[at], "row " + rows[at]);
      assertTrue(Set.of(-1, 20, 24, 31).contains(causes[at]), "row " + rows[at]);
    }
    assertTrue(causes[22] >= 0, "of the learner's group");
    assertEquals(-1, causes[100], "newer than the model");
    assertArrayEquals(new int[] {-1}, MODEL.causes(History.EMPTY, new int[] {22}));
  }

  @Test
  void aModelOfAnotherVersionIsRefused() {
    Map<String, MemorySegment> old = new HashMap<>(MODEL.segments());
    old.put("model", new SegmentWriter("learned model", 1).number(3).finish());

    SegmentException refused =
        assertThrows(SegmentException.class, () -> LearnedModel.from(old::get));

    assertEquals(SegmentException.Code.WRONG_FORMAT, refused.code());
  }

  @Test
  void aMissingOrCutSegmentIsRefusedByName() {
    Map<String, MemorySegment> segments = MODEL.segments();

    for (String name : segments.keySet()) {
      Map<String, MemorySegment> without = new HashMap<>(segments);
      without.remove(name);
      Map<String, MemorySegment> cut = new HashMap<>(segments);
      cut.put(name, segments.get(name).asSlice(0, segments.get(name).byteSize() / 2));

      SegmentException missing =
          assertThrows(SegmentException.class, () -> LearnedModel.from(without::get));
      assertEquals(SegmentException.Code.MISSING, missing.code());
      assertTrue(missing.getMessage().contains(name));
      assertThrows(SegmentException.class, () -> LearnedModel.from(cut::get), name);
    }
  }

  @Test
  void threadsDoNotChangeTheModel() {
    Map<String, MemorySegment> alone =
        RecipeTrainer.train(GROUPS, SETTINGS.withThreads(1), Progress.NONE).segments();
    Map<String, MemorySegment> together = MODEL.segments();

    assertEquals(alone.keySet(), together.keySet());
    alone.forEach(
        (name, segment) ->
            assertArrayEquals(
                segment.toArray(ValueLayout.JAVA_BYTE),
                together.get(name).toArray(ValueLayout.JAVA_BYTE),
                name));
  }

  @Test
  void littleOrNoDataGivesAModelAndAReason() {
    for (Interactions all :
        List.of(
            Interactions.builder(0, 0).build(),
            Interactions.builder(5, 7).build(),
            Interactions.builder(1, 1).add(0, 0).build(),
            Interactions.builder(1, 9).add(0, 3).add(0, 8).add(0, 1).build(),
            Interactions.builder(3, 1).add(0, 0).add(1, 0).add(2, 0).build())) {
      LearnedModel small = RecipeTrainer.train(all, SETTINGS, Progress.NONE);

      assertFalse(small.choice().why().isBlank());
      assertEquals(all.items(), small.items());
      assertEquals(2, small.score(history(0), new int[] {0, 5}).size());
      assertTrue(
          small.candidates(history(0), CandidateLimits.DEFAULTS, new BitSet()).rows().length
              <= all.items());
      assertEquals(small.choice(), LearnedModel.from(small.segments()::get).choice());
    }
  }

  @Test
  void trainingThatCannotFitIsRefusedWithTheNumbers() {
    RecipeException refused =
        assertThrows(
            RecipeException.class,
            () -> RecipeTrainer.train(GROUPS, SETTINGS.withMemoryBytes(1 << 16), Progress.NONE));

    assertEquals(RecipeException.Code.NOT_ENOUGH_MEMORY, refused.code());
    assertTrue(refused.getMessage().contains("-Xmx"), refused.getMessage());
  }

  @Test
  void trainingCanBeCancelled() {
    assertThrows(
        CancellationException.class,
        () ->
            RecipeTrainer.train(
                GROUPS,
                SETTINGS,
                (stage, _) -> {
                  if (stage.equals("choice")) {
                    throw new CancellationException("enough");
                  }
                }));
  }

  private static History history(int... rows) {
    float[] weights = new float[rows.length];
    java.util.Arrays.fill(weights, 1);
    return History.of(rows, weights);
  }

  private static BitSet excluded(History history) {
    BitSet rows = new BitSet();
    for (int at = 0; at < history.size(); at++) {
      rows.set(history.row(at));
    }
    return rows;
  }
}
