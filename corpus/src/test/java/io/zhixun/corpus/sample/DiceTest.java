package io.zhixun.corpus.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.zhixun.corpus.testing.Seeds;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiceTest {
  private static final int THROWS = 20_000;

  private final long seed = Seeds.next();
  private final Dice dice = new Dice(seed);

  @Test
  void theNumbersAreThoseOfTheJdksSplitMix64() {
    SplittableRandom oracle = new SplittableRandom(seed);

    for (int i = 0; i < 1_000; i++) {
      assertEquals(oracle.nextDouble(), dice.unit(), () -> "-Dzhixun.seed=" + seed);
    }
  }

  @Test
  void partsOfOneSeedDrawDifferently() {
    assertNotEquals(Dice.forPart(seed, 1).unit(), Dice.forPart(seed, 2).unit());
    assertEquals(Dice.forPart(seed, 1).unit(), Dice.forPart(seed, 1).unit());
  }

  @Test
  void aValueIsPickedAsOftenAsItsWeightSays() {
    int heavy = 0;
    for (int i = 0; i < THROWS; i++) {
      heavy += dice.pick(List.of("a", "b"), value -> value.equals("a") ? 3 : 1).equals("a") ? 1 : 0;
    }

    near(0.75, heavy / (double) THROWS, 0.02);
  }

  @Test
  void theDistributionsHaveTheirMeansAndTails() {
    double geometric = 0;
    double beyond = 0;
    for (int i = 0; i < THROWS; i++) {
      geometric += dice.geometric(0.25);
      beyond += dice.pareto(2, 1.5) > 8 ? 1 : 0;
    }

    near(3, geometric / THROWS, 0.15);
    near(Math.pow(2.0 / 8, 1.5), beyond / THROWS, 0.015);
  }

  /** The tolerances are five standard errors and more. */
  private void near(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance, () -> "-Dzhixun.seed=" + seed);
  }
}
