package io.zhixun.ranking.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimdTest {
  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @Test
  void dotEqualsThePlainLoopForEveryLength() {
    for (int length = 0; length < 70; length++) {
      float[] a = floats(length + 3);
      float[] b = floats(length + 5);

      double expected = 0;
      for (int i = 0; i < length; i++) {
        expected += (double) a[3 + i] * b[5 + i];
      }

      assertEquals(expected, Simd.dot(a, 3, b, 5, length), 1e-4, Seeds.replay(seed));
    }
  }

  @Test
  void squaredDistanceEqualsThePlainLoop() {
    for (int length = 1; length < 40; length++) {
      float[] a = floats(length);
      float[] b = floats(length);

      double expected = 0;
      for (int i = 0; i < length; i++) {
        expected += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
      }

      assertEquals(expected, Simd.squaredDistance(a, 0, b, 0, length), 1e-3, Seeds.replay(seed));
    }
  }

  @Test
  void multiplyingAndTheLargestEqualThePlainLoops() {
    for (int length = 0; length < 40; length++) {
      float[] x = floats(length + 3);
      float[] y = floats(length + 5);
      float[] before = x.clone();
      float largest = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < length; i++) {
        largest = Math.max(largest, x[3 + i]);
      }

      assertEquals(largest, Simd.max(x, 3, length), Seeds.replay(seed));
      Simd.multiply(x, 3, y, 5, length);

      for (int i = 0; i < x.length; i++) {
        assertEquals(i < 3 ? before[i] : before[i] * y[i + 2], x[i], Seeds.replay(seed));
      }
    }
  }

  @Test
  void countingEqualsThePlainLoopEqualValuesIncluded() {
    for (int length = 0; length < 40; length++) {
      float[] x = new float[length + 3];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextInt(4);
      }

      int above = 0;
      int from = 0;
      for (int i = 3; i < x.length; i++) {
        above += x[i] > 2 ? 1 : 0;
        from += x[i] >= 2 ? 1 : 0;
      }

      assertEquals(above, Simd.countAbove(x, 3, length, 2), Seeds.replay(seed));
      assertEquals(from, Simd.countFrom(x, 3, length, 2), Seeds.replay(seed));
    }
  }

  @Test
  void addScaledAndScaleLeaveWhatIsOutsideAlone() {
    for (int length = 0; length < 40; length++) {
      float[] y = floats(length + 4);
      float[] x = floats(length);
      float[] before = y.clone();

      Simd.addScaled(y, 2, 3, x, 0, length);

      assertEquals(before[0], y[0]);
      assertEquals(before[length + 3], y[length + 3]);
      for (int i = 0; i < length; i++) {
        assertEquals(Math.fma(3, x[i], before[2 + i]), y[2 + i], Seeds.replay(seed));
      }
    }
  }

  @Test
  void exponentialIsCloseToTheExactOneWhereFloatsReach() {
    float[] x = new float[1001];
    for (int i = 0; i < x.length; i++) {
      x[i] = -80 + 160f * i / (x.length - 1);
    }
    float[] result = x.clone();

    float sum = Simd.exp(result, 0, result.length, 0);

    double expectedSum = 0;
    for (int i = 0; i < x.length; i++) {
      double exact = Math.exp(x[i]);
      expectedSum += exact;
      assertEquals(1, result[i] / exact, 5e-7, "exp(" + x[i] + ")");
    }
    assertEquals(1, sum / expectedSum, 1e-5);
  }

  @Test
  void exponentialOfOneValueHasTheBitsOfTheLoop() {
    float[] x = floats(64);
    float[] result = x.clone();

    float _ = Simd.exp(result, 0, result.length, 0.25f);

    for (int i = 0; i < x.length; i++) {
      assertEquals(Simd.exp(x[i] + 0.25f), result[i], Seeds.replay(seed));
    }
  }

  @Test
  void exponentialOfAnythingFarOutStaysFinite() {
    float[] x = {-1e30f, -1000, 1000, 1e30f, 0, 0, 0, 0};

    float _ = Simd.exp(x, 0, x.length, 0);

    assertTrue(x[0] >= 0 && x[0] < 1e-37f, "got " + x[0]);
    assertTrue(Float.isFinite(x[3]), "got " + x[3]);
    assertEquals(1, x[4]);
  }

  @Test
  void normalisingZerosLeavesZeros() {
    float[] x = new float[11];

    assertEquals(0, Simd.normalise(x, 0, 11));
    assertEquals(0, x[5]);
  }

  private float[] floats(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
