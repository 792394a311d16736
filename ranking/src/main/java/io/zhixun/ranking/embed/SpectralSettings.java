package io.zhixun.ranking.embed;

/**
 * How the interactions' singular vectors become an embedding.
 *
 * @param dimensions how many
 * @param userExponent p, damping users with many entries before the decomposition
 * @param itemExponent q, damping items with many entries before the decomposition
 * @param historyExponent t: a learner's item counts d^t
 * @param targetExponent r: an item's vector is scaled by d^r
 * @param rounds of subspace iteration
 * @param seed of the first subspace
 * @param threads how many share the work; does not change the result
 */
public record SpectralSettings(
    int dimensions,
    double userExponent,
    double itemExponent,
    double historyExponent,
    double targetExponent,
    int rounds,
    long seed,
    int threads) {

  /** As measured best on sparse data, on all cores. */
  public static SpectralSettings defaults() {
    return new SpectralSettings(
        256, 0.4, 0.4, -0.5, 0.25, 6, 7, Runtime.getRuntime().availableProcessors());
  }

  public SpectralSettings {
    if (dimensions < 1 || dimensions > 1024) {
      throw new IllegalArgumentException("dimensions must be 1..1024, got " + dimensions);
    }
    requireExponent("userExponent", userExponent);
    requireExponent("itemExponent", itemExponent);
    requireExponent("historyExponent", historyExponent);
    requireExponent("targetExponent", targetExponent);
    if (rounds < 1 || rounds > 100) {
      throw new IllegalArgumentException("rounds must be 1..100, got " + rounds);
    }
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads must be 1..1024, got " + threads);
    }
  }

  private static void requireExponent(String what, double value) {
    if (!(value >= -2 && value <= 2)) {
      throw new IllegalArgumentException(what + " must be -2..2, got " + value);
    }
  }
}
