package io.zhixun.ranking.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.ranking.fixture.Seeds;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSolverTest {
  private static final int DIMENSIONS = 24;
  private static final int OTHERS = 150;

  private final long seed = Seeds.next();
  private final Random random = new Random(seed);
  private final AlsSettings settings = new AlsSettings(DIMENSIONS, 1, 0.03, 0.02, 1, 1);

  @Test
  void aRowOfAnyLengthSolvesItsNormalEquations() {
    Vectors others = vectors();
    HalfStep step = step(others);

    for (int entries = 1; entries <= 60; entries++) {
      float[] weights = weights(entries);
      Vectors own = Vectors.zeros(1, DIMENSIONS);

      new RowSolver(DIMENSIONS).solve(step, new Row(weights), 0, own);

      assertArrayEquals(
          new float[DIMENSIONS], gradient(others, weights, own), 2e-4f, Seeds.replay(seed));
    }
  }

  @Test
  void aShortRowComesOutAsFromTheWholeSystem() {
    HalfStep step = step(vectors());
    ShortRow few = new ShortRow(DIMENSIONS, 40);
    RidgeSystem whole = new RidgeSystem(DIMENSIONS);

    for (int entries : new int[] {1, 2, 15, 16, 17, 40, 3}) {
      float[] weights = weights(entries);
      float[] expected = new float[DIMENSIONS];
      float[] actual = new float[DIMENSIONS];
      few.reset();
      whole.reset(step.base());
      for (int entry = 0; entry < entries; entry++) {
        few.add(step.others(), entry, weights[entry]);
        whole.add(step.others(), entry, weights[entry]);
      }

      few.solve(step, actual, 0);
      whole.solve(step.ridge(), step.unobservedWeight(), expected, 0);

      assertArrayEquals(expected, actual, 1e-5f, entries + " entries; " + Seeds.replay(seed));
    }
  }

  @Test
  void aRowWithoutEntriesIsZeroWhateverWasThereBefore() {
    Vectors own = Vectors.of(1, DIMENSIONS, weights(DIMENSIONS));

    new RowSolver(DIMENSIONS).solve(step(vectors()), new Row(new float[0]), 0, own);

    assertArrayEquals(new float[DIMENSIONS], own.row(0));
  }

  @Test
  void turningTheAxesKeepsEveryProductAndLeavesThemAtRightAngles() {
    Vectors before = vectors();
    Vectors after = Vectors.of(OTHERS, DIMENSIONS, before.data().clone());

    HalfStep step = step(after);

    for (int row = 1; row < OTHERS; row++) {
      assertEquals(
          Simd.dot(before.row(0), before.row(row)),
          Simd.dot(after.row(0), after.row(row)),
          1e-4,
          Seeds.replay(seed));
    }
    float[] products = Gram.of(after, settings.unobserved()).data();
    for (int i = 0; i < products.length; i++) {
      assertEquals(step.base().data()[i], products[i], 1e-4, Seeds.replay(seed));
    }
  }

  /** α0·YᵀY x + Σ w y (yᵀx − 1) + λ (Σw + α0·n) x: zero where the loss is least. */
  private float[] gradient(Vectors others, float[] weights, Vectors own) {
    double[] sum = new double[DIMENSIONS];
    double weightSum = settings.unobserved() * OTHERS;
    for (int other = 0; other < OTHERS; other++) {
      double weight = other < weights.length ? weights[other] : 0;
      double score = Simd.dot(own.row(0), others.row(other));
      for (int i = 0; i < DIMENSIONS; i++) {
        double pull = settings.unobserved() * score + weight * (score - 1);
        sum[i] += pull * others.row(other)[i];
      }
      weightSum += weight;
    }
    float[] gradient = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      gradient[i] = (float) (sum[i] + settings.regularization() * weightSum * own.row(0)[i]);
    }
    return gradient;
  }

  private HalfStep step(Vectors others) {
    try (Workers alone = Workers.of(1)) {
      return HalfStep.of(others, settings, alone);
    }
  }

  private Vectors vectors() {
    float[] values = new float[OTHERS * DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * (1 + i % 3);
    }
    return Vectors.of(OTHERS, DIMENSIONS, values);
  }

  private float[] weights(int count) {
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = 0.1f + 2 * random.nextFloat();
    }
    return weights;
  }

  /** One row whose entries are about the first rows of the other side. */
  private static final class Row implements Side {
    private final float[] weights;

    Row(float[] weights) {
      this.weights = weights;
    }

    @Override
    public int start(int row) {
      return row * weights.length;
    }

    @Override
    public int other(int entry) {
      return entry;
    }

    @Override
    public float weight(int entry) {
      return weights[entry];
    }
  }
}
