package io.zhixun.ranking.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Workers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final double LOG2_OF_3 = Math.log(3) / Math.log(2);

  @Test
  void metricsAreTheDefinitionsByHand() {
    Set<Integer> relevant = Set.of(4, 9, 7);

    Metrics metrics = Metrics.of(list(1, 4, 2, 9), 4, relevant::contains, 3);

    assertEquals(2.0 / 3, metrics.recall(), 1e-12);
    assertEquals(1, metrics.hit());
    assertEquals(0.5, metrics.reciprocalRank());
    double gain = 1 / LOG2_OF_3 + 1 / (Math.log(5) / Math.log(2));
    double ideal = 1 + 1 / LOG2_OF_3 + 0.5;
    assertEquals(gain / ideal, metrics.ndcg(), 1e-12);
  }

  @Test
  void idealListIsCutAtK() {
    Metrics metrics = Metrics.of(list(1, 2), 2, row -> row <= 5, 5);

    assertEquals(1, metrics.ndcg(), 1e-12);
    assertEquals(0.4, metrics.recall(), 1e-12);
  }

  @Test
  void testItemsKnownFromTrainingAreLeftOut() {
    Interactions train = Interactions.builder(2, 4).add(0, 1).add(1, 2).build();
    Interactions test = Interactions.builder(2, 4).add(0, 1).add(0, 3).add(1, 2).build();

    Split split = Split.of(train, test);

    assertArrayEquals(new int[] {3}, split.test().itemsOf(0));
    assertEquals(0, split.test().userDegree(1));
  }

  @Test
  void aDrawOfLearnersIsSomeOfThoseAskedAndTheSameForTheSameSeed() {
    InteractionsBuilder pairs = Interactions.builder(100, 2);
    for (int user = 0; user < 100; user += 2) {
      pairs.add(user, 1);
    }
    Split split = new Split(Interactions.builder(100, 2).build(), pairs.build());

    int[] drawn = split.asked(20, 7);

    assertEquals(20, Arrays.stream(drawn).distinct().count());
    assertTrue(Arrays.stream(drawn).allMatch(user -> user % 2 == 0));
    assertArrayEquals(Arrays.stream(drawn).sorted().toArray(), drawn);
    assertArrayEquals(drawn, split.asked(20, 7));
    assertFalse(Arrays.equals(drawn, split.asked(20, 8)));
    assertArrayEquals(split.asked(), split.asked(50, 7));
    assertEquals(50, split.asked().length);
  }

  @Test
  void newestHoldOutTakesTheEndAndLeavesSomething() {
    Interactions all =
        Interactions.builder(3, 9)
            .add(0, 5)
            .add(0, 3)
            .add(0, 8)
            .add(1, 2)
            .add(2, 1)
            .add(2, 0)
            .build();

    Split split = Split.holdOut(all, 0.3, Split.Order.NEWEST, 1);

    assertArrayEquals(new int[] {5, 3}, split.train().itemsOf(0));
    assertArrayEquals(new int[] {8}, split.test().itemsOf(0));
    assertEquals(0, split.test().userDegree(1));
    assertArrayEquals(new int[] {0}, split.test().itemsOf(2));
  }

  @Test
  void randomHoldOutTakesTheShareAndIsTheSameForASeed() {
    Interactions all = Samples.random(200, 100, 4_000, 5);

    Split once = Split.holdOut(all, 0.2, Split.Order.RANDOM, 3);
    Split again = Split.holdOut(all, 0.2, Split.Order.RANDOM, 3);
    Split other = Split.holdOut(all, 0.2, Split.Order.RANDOM, 4);

    assertEquals(all.entries(), once.train().entries() + once.test().entries());
    assertEquals(0.2, (double) once.test().entries() / all.entries(), 0.02);
    assertArrayEquals(once.test().itemsOf(17), again.test().itemsOf(17));
    Set<String> differing = new HashSet<>();
    for (int user = 0; user < 20; user++) {
      differing.add(java.util.Arrays.toString(once.test().itemsOf(user)));
      differing.add(java.util.Arrays.toString(other.test().itemsOf(user)));
    }
    assertTrue(differing.size() > 25);
  }

  @Test
  void breadthOfTheSameListForAllIsNarrow() {
    Interactions train =
        Interactions.builder(4, 4).add(0, 0).add(1, 0).add(2, 0).add(3, 1).add(0, 2).build();
    Interactions test = Interactions.builder(4, 4).add(1, 1).add(2, 1).build();

    try (Workers workers = Workers.of(2)) {
      Evaluation same = Evaluation.run(new Split(train, test), (_, _) -> list(1), 1, workers);

      assertEquals(1, same.mean().recall());
      assertEquals(1.0 / 3, same.breadth().coverage(), 1e-12);
      assertEquals(2.0 / 3, same.breadth().gini(), 1e-12);
      assertEquals(2, same.breadth().novelty(), 1e-12); // one of four users has item 1
      assertEquals(2, same.users().size());
      assertEquals(Metrics.ZERO, same.mean(train, 5, 6));
    }
  }

  @Test
  void bootstrapIntervalHoldsTheMeanAndShrinksWithUsers() {
    double[] few = new double[50];
    double[] many = new double[5_000];
    for (int at = 0; at < many.length; at++) {
      many[at] = at % 2;
      few[at % 50] = at % 2;
    }

    Bootstrap.Interval wide = Bootstrap.DEFAULTS.ofMean(few);
    Bootstrap.Interval narrow = Bootstrap.DEFAULTS.ofMean(many);

    assertTrue(wide.low() < 0.5 && wide.high() > 0.5);
    assertTrue(narrow.high() - narrow.low() < (wide.high() - wide.low()) / 5);
    assertEquals(0.0277, narrow.high() - narrow.low(), 0.003); // 2 · 1.96 · 0.5 / √5000
  }

  @Test
  void pairedDifferenceSeesWhatIsHiddenByTheSpreadOfUsers() {
    double[] a = new double[1_000];
    double[] b = new double[1_000];
    for (int at = 0; at < a.length; at++) {
      a[at] = at % 10;
      b[at] = a[at] + 0.1;
    }

    assertTrue(Bootstrap.DEFAULTS.ofDifference(a, b).excludesZero());
    assertFalse(Bootstrap.DEFAULTS.ofDifference(a, a).excludesZero());
  }

  private static ScoredRows list(int... rows) {
    TopRows top = new TopRows(rows.length);
    for (int rank = 0; rank < rows.length; rank++) {
      top.offer(rows[rank], -rank);
    }
    return top.drain();
  }
}
