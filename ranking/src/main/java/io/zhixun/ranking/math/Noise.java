package io.zhixun.ranking.math;

/**
 * Random numbers that are a function of a seed and a position, so that rows can be filled in any
 * order and by any thread. SplitMix64 (Steele, Lea, Flood 2014); the seed is mixed by itself first,
 * so that neighbouring seeds share nothing.
 */
public final class Noise {
  private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

  private static final long MEAN_OF_FOUR = 2 * 65_535;
  private static final double DEVIATION_OF_FOUR = 65_536 / Math.sqrt(3);

  private Noise() {}

  /** 64 random bits for a position. */
  public static long bits(long seed, long position) {
    return mix(mix(seed + STEP) + (position + 1) * STEP);
  }

  /** A whole number in {@code 0..bound − 1}. */
  public static int below(long seed, long position, int bound) {
    return (int) Math.multiplyHigh(bits(seed, position) >>> 1, (long) bound << 1);
  }

  /**
   * Fills a row with independent numbers of mean 0 and the given deviation: sums of four uniform
   * ones, which are close enough to normal to start from.
   */
  public static void bell(long seed, float[] out, int from, int length, double deviation) {
    float scale = (float) (deviation / DEVIATION_OF_FOUR);
    for (int i = 0; i < length; i++) {
      long bits = bits(seed, (long) from + i);
      long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
      out[from + i] = scale * (sum - MEAN_OF_FOUR);
    }
  }

  private static long mix(long z) {
    long once = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return twice ^ (twice >>> 31);
  }
}
