package io.zhixun.ranking.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NoiseTest {
  @Test
  void belowIsEvenlySpreadOverItsRange() {
    int[] counts = new int[7];

    for (int position = 0; position < 70_000; position++) {
      counts[Noise.below(3, position, 7)]++;
    }

    for (int count : counts) {
      assertTrue(Math.abs(count - 10_000) < 500, "got " + count);
    }
  }

  @Test
  void bellHasTheMeanAndDeviationAskedFor() {
    float[] values = new float[100_000];

    Noise.bell(5, values, 0, values.length, 2);

    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    assertEquals(0, sum / values.length, 0.05);
    assertEquals(2, Math.sqrt(squares / values.length), 0.05);
  }

  @Test
  void aPositionHasItsNumberWhereverTheFillingStarts() {
    float[] whole = new float[10];
    float[] part = new float[10];

    Noise.bell(5, whole, 0, 10, 1);
    Noise.bell(5, part, 6, 4, 1);

    assertEquals(whole[7], part[7]);
    assertNotEquals(whole[6], whole[7]);
  }
}
