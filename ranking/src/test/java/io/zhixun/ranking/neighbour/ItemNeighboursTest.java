package io.zhixun.ranking.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.fixture.Seeds;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.persist.SegmentException;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemNeighboursTest {
  private final long seed = Seeds.next();
  private final Workers workers = Workers.of(2);
  private final Interactions all = Samples.random(60, 40, 500, seed);

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void uncutWalkListsScoreLikeTheWalkItself() {
    WalkExponents exponents = new WalkExponents(0.9, 0.7, 0.2);
    ItemNeighbours lists = Walks.walk(all, exponents, 40, workers);
    WalkScorer exact = new WalkScorer(all, exponents);
    int[] history = {3, 17, 29};
    float[] weights = {1, 0.5f, 2};
    float[] expected = new float[all.items()];

    exact.addScores(history, weights, expected);
    Accumulator sum = new Accumulator(all.items());
    for (int at = 0; at < history.length; at++) {
      lists.addTo(sum, history[at], weights[at]);
    }

    for (int item = 0; item < all.items(); item++) {
      if (item != 3 && item != 17 && item != 29) { // lists leave out the item itself
        assertEquals(expected[item], sum.get(item), 1e-5, Seeds.replay(seed));
      }
    }
  }

  @Test
  void cosineIsTheFormulaToTheLetter() {
    ItemNeighbours lists = Walks.cosine(all, 40, workers);

    for (int i = 0; i < all.items(); i++) {
      for (int rank = 0; rank < lists.degree(i); rank++) {
        int j = lists.neighbour(i, rank);
        double product = 0;
        double squaresOfI = 0;
        double squaresOfJ = 0;
        for (int k = 0; k < all.users(); k++) {
          product += (double) rating(k, i) * rating(k, j);
          squaresOfI += (double) rating(k, i) * rating(k, i);
          squaresOfJ += (double) rating(k, j) * rating(k, j);
        }
        assertEquals(
            product / (Math.sqrt(squaresOfI) * Math.sqrt(squaresOfJ)),
            lists.weight(i, rank),
            1e-5,
            Seeds.replay(seed));
      }
    }
  }

  @Test
  void aLearnersCosineScoreSumsOverTheirRatings() {
    ItemNeighbours lists = Walks.cosine(all, 40, workers);
    Accumulator sum = new Accumulator(all.items());

    for (int entry = all.userStart(7); entry < all.userStart(8); entry++) {
      lists.addTo(sum, all.item(entry), all.weight(entry));
    }

    for (int j = 0; j < all.items(); j++) {
      double expected = 0;
      for (int i = 0; i < all.items(); i++) {
        for (int rank = 0; rank < lists.degree(i); rank++) {
          expected += lists.neighbour(i, rank) == j ? lists.weight(i, rank) * rating(7, i) : 0;
        }
      }
      assertEquals(expected, sum.get(j), 1e-4, Seeds.replay(seed));
    }
  }

  @Test
  void listsAreTheBestOfLongerListsBestFirst() {
    ItemNeighbours longer = Walks.walk(all, WalkExponents.PLAIN, 40, workers);
    ItemNeighbours shorter = Walks.walk(all, WalkExponents.PLAIN, 5, workers);

    for (int item = 0; item < all.items(); item++) {
      assertEquals(Math.min(5, longer.degree(item)), shorter.degree(item));
      for (int rank = 0; rank < shorter.degree(item); rank++) {
        assertEquals(longer.neighbour(item, rank), shorter.neighbour(item, rank));
        assertTrue(rank == 0 || shorter.weight(item, rank) <= shorter.weight(item, rank - 1));
      }
    }
  }

  @Test
  void transitionsCountWhatFollowsTheSoonerTheMore() {
    Interactions sequences =
        Interactions.builder(2, 4).add(0, 0).add(0, 1).add(0, 2).add(1, 1).add(1, 0).build();
    TransitionSettings plain = new TransitionSettings(2, 0, 0, 0);

    ItemNeighbours after = Transitions.count(sequences, plain, 4, workers);

    assertEquals("1:1.0 2:0.5", list(after, 0));
    assertEquals("0:1.0 2:1.0", list(after, 1));
    assertEquals("", list(after, 2));
    assertEquals("", list(after, 3));
  }

  @Test
  void transitionsBackwardAreDampedByTheirShareAndByDegrees() {
    Interactions sequences = Interactions.builder(1, 2).add(0, 0).add(0, 1).build();

    ItemNeighbours both =
        Transitions.count(sequences, new TransitionSettings(1, 0.5, 1, 0), 2, workers);

    assertEquals("1:1.0", list(both, 0)); // 1 / out(0) = 1 / 1
    assertEquals("0:1.0", list(both, 1)); // 0.5 / out(1) = 0.5 / 0.5
  }

  @Test
  void listsSurviveWritingAndReadingAndDamageIsNoticed() {
    ItemNeighbours lists = Walks.walk(all, WalkExponents.PLAIN, 5, workers);
    MemorySegment written = lists.write().finish();

    ItemNeighbours read = ItemNeighbours.read(_ -> written, "lists", all.items(), all.items());

    for (int item = 0; item < all.items(); item++) {
      assertEquals(list(lists, item), list(read, item));
    }
    assertThrows(
        SegmentException.class,
        () -> ItemNeighbours.read(_ -> written, "lists", all.items() + 1, all.items()));
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new WalkExponents(-0.1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new TransitionSettings(0, 0, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> Walks.walk(all, WalkExponents.PLAIN, 0, workers));
  }

  private static String list(ItemNeighbours lists, int item) {
    StringBuilder text = new StringBuilder();
    for (int rank = 0; rank < lists.degree(item); rank++) {
      text.append(rank == 0 ? "" : " ").append(lists.neighbour(item, rank));
      text.append(':').append(lists.weight(item, rank));
    }
    return text.toString();
  }

  private float rating(int user, int item) {
    for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
      if (all.item(entry) == item) {
        return all.weight(entry);
      }
    }
    return 0;
  }
}
