package io.zhixun.ranking.recipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.embed.SequenceSettings;
import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.persist.SegmentException;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A model that knows nothing but what comes next. */
class SequenceModelTest {
  private static final RecipeSettings SETTINGS = SmallSettings.with(2);
  private static final Interactions RINGS = Samples.rings(400, 120, 8, 4);
  private static final LearnedModel MODEL =
      RecipeTrainer.train(
          RINGS, RecipeTrainer.named(RINGS, SETTINGS, "sequence"), SETTINGS, Progress.NONE);

  @Test
  void proposesFirstWhatFollowsTheNewestItem() {
    History history = History.of(RINGS.itemsOf(3), RINGS.weightsOf(3));

    Candidates candidates = MODEL.candidates(history, CandidateLimits.DEFAULTS, known(3));

    assertEquals(following(3), candidates.embedding().row(0));
    assertEquals(0, candidates.neighbours().size());
  }

  @Test
  void servedCandidatesHoldTheBestOfAllItemsInTheirOrder() {
    int[] all = new int[MODEL.items()];
    for (int row = 0; row < all.length; row++) {
      all[row] = row;
    }
    for (int user = 0; user < 40; user++) {
      History history = History.of(RINGS.itemsOf(user), RINGS.weightsOf(user));
      CandidateLimits twenty = new CandidateLimits(20, 0, 0);

      ScoredRows served = MODEL.candidates(history, twenty, new BitSet()).embedding();
      float[] scores = MODEL.score(history, all).blended();

      assertEquals(20, served.size());
      BitSet proposed = new BitSet();
      for (int rank = 0; rank < 20; rank++) {
        proposed.set(served.row(rank));
      }
      for (int row : all) {
        if (!proposed.get(row)) {
          assertTrue(scores[row] <= scores[served.row(19)], "user " + user + ", row " + row);
        }
      }
    }
  }

  @Test
  void orderMatters() {
    int[] rows = {1, 2, 3, 4, 5};
    float[] weights = {1, 1, 1};

    float[] one = MODEL.score(History.of(new int[] {10, 20, 30}, weights), rows).blended();
    float[] other = MODEL.score(History.of(new int[] {30, 20, 10}, weights), rows).blended();

    assertNotEquals(one[0], other[0]);
  }

  @Test
  void itsShareIsThatOfTheVectors() {
    int[] rows = {7, 8, 90};

    Scores scores = MODEL.score(History.of(RINGS.itemsOf(5), RINGS.weightsOf(5)), rows);

    assertArrayEquals(scores.embedding(), scores.blended());
  }

  @Test
  void segmentsGiveBackTheSameModel() {
    LearnedModel read = LearnedModel.from(MODEL.segments()::get);

    History history = History.of(RINGS.itemsOf(9), RINGS.weightsOf(9));
    int[] rows = {1, 22, 35, 60, 119};
    assertEquals(MODEL.choice(), read.choice());
    assertArrayEquals(MODEL.score(history, rows).blended(), read.score(history, rows).blended());
    assertEquals(
        MODEL.candidates(history, CandidateLimits.DEFAULTS, new BitSet()),
        read.candidates(history, CandidateLimits.DEFAULTS, new BitSet()));
  }

  @Test
  void aCutSegmentIsRefused() {
    for (String name : MODEL.segments().keySet()) {
      Map<String, MemorySegment> cut = new HashMap<>(MODEL.segments());
      cut.put(name, cut.get(name).asSlice(0, cut.get(name).byteSize() / 2));

      assertThrows(SegmentException.class, () -> LearnedModel.from(cut::get), name);
    }
  }

  @Test
  void whoHasOnlyUnknownItemsGetsZeros() {
    Interactions all = Interactions.builder(3, 4).add(0, 0).add(0, 1).add(1, 1).add(1, 0).build();
    Choice choice = new Choice(true, List.of(new Choice.Term("sequence", 1)), List.of(), "asked");
    LearnedModel small = RecipeTrainer.train(all, choice, SETTINGS, Progress.NONE);
    History unknown = History.of(new int[] {3}, new float[] {1});

    float[] scores = small.score(unknown, new int[] {0, 1, 2}).blended();

    assertArrayEquals(new float[3], scores);
    assertEquals(
        0, small.candidates(unknown, CandidateLimits.DEFAULTS, new BitSet()).embedding().size());
  }

  @Test
  void itIsOfferedOnlyWhereThereIsAnOrderAndFewEnoughItems() {
    SequenceSettings few = new SequenceSettings(1, 8, 20, 16, 0, 0.01, 1, 1, 119, 7, 1);

    for (RecipeException refused :
        List.of(
            assertThrows(
                RecipeException.class,
                () -> RecipeTrainer.named(Samples.groups(3, 9, 9, 1), SETTINGS, "sequence")),
            assertThrows(
                RecipeException.class,
                () -> RecipeTrainer.named(RINGS, SETTINGS.withSequence(few), "sequence")))) {
      assertEquals(RecipeException.Code.UNKNOWN_PART, refused.code());
    }
  }

  @Test
  void itsMemoryCountsWhereThereMayBeAnOrder() {
    SequenceSettings large = new SequenceSettings(16, 512, 20, 16, 0, 0.01, 1, 1, 8_000, 7, 1);

    long small = new Affordable(RINGS, SETTINGS).needed(true);

    assertTrue(new Affordable(RINGS, SETTINGS.withSequence(large)).needed(true) > small);
    Interactions sets = RINGS.as(Interactions.Sequence.NONE);
    assertEquals(
        new Affordable(sets, SETTINGS).needed(true),
        new Affordable(sets, SETTINGS.withSequence(large)).needed(true));
  }

  @Test
  void trainingItCanBeCancelled() {
    int[] calls = {0};

    assertThrows(
        CancellationException.class,
        () ->
            RecipeTrainer.train(
                RINGS,
                MODEL.choice(),
                SETTINGS,
                (stage, _) -> {
                  if (stage.equals("embedding") && ++calls[0] == 3) {
                    throw new CancellationException("enough");
                  }
                }));
    assertEquals(3, calls[0]);
  }

  private static BitSet known(int user) {
    BitSet rows = new BitSet();
    for (int row : RINGS.itemsOf(user)) {
      rows.set(row);
    }
    return rows;
  }

  /** What follows the user's last item wherever it is not the last. */
  private static int following(int user) {
    int newest = RINGS.item(RINGS.userStart(user + 1) - 1);
    for (int other = 0; other < RINGS.users(); other++) {
      for (int e = RINGS.userStart(other); e + 1 < RINGS.userStart(other + 1); e++) {
        if (RINGS.item(e) == newest) {
          return RINGS.item(e + 1);
        }
      }
    }
    throw new IllegalStateException("nothing follows " + newest);
  }
}
