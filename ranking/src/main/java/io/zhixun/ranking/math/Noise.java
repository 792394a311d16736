package io.zhixun.ranking.math;

/**
 * Random numbers that are a function of a seed and a position, so that rows can be filled in any
 * order and by any thread. SplitMix64 (Steele, Lea, Flood 2014); the seed is mixed by itself first,
 * so that neighbouring seeds share nothing.
 */
public final class Noise {
  private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

  private Noise() {}

  /** 64 random bits for a position. */
  public static long bits(long seed, long position) {
    return mix(mix(seed + STEP) + (position + 1) * STEP);
  }

  /** A whole number in {@code 0..bound − 1}. */
  public static int below(long seed, long position, int bound) {
    return (int) Math.multiplyHigh(bits(seed, position) >>> 1, (long) bound << 1);
  }

  /** Fills a row with independent N(0, deviation²): Box–Muller on two positions at a time. */
  public static void gaussian(long seed, float[] out, int from, int length, double deviation) {
    for (int i = 0; i < length; i += 2) {
      double radius =
          deviation * StrictMath.sqrt(-2 * StrictMath.log(unit(bits(seed, (long) from + i))));
      double angle = 2 * Math.PI * unit(bits(seed, (long) from + i + (1L << 40)));
      out[from + i] = (float) (radius * StrictMath.cos(angle));
      if (i + 1 < length) {
        out[from + i + 1] = (float) (radius * StrictMath.sin(angle));
      }
    }
  }

  private static double unit(long bits) {
    return ((bits >>> 11) + 0.5) * 0x1.0p-53; // never 0
  }

  private static long mix(long z) {
    long once = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return twice ^ (twice >>> 31);
  }
}
