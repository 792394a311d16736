package io.zhixun.ranking.embed;

/**
 * How weighted matrix factorisation is fitted.
 *
 * @param dimensions length of a vector
 * @param passes over all users and all items
 * @param unobserved α0, the weight of a pair that did not happen against one that did
 * @param regularization λ, the weight of the penalty on long vectors
 * @param seed of the first vectors
 * @param threads how many share the work; does not change the result
 */
public record AlsSettings(
    int dimensions, int passes, double unobserved, double regularization, long seed, int threads) {

  /** For sparse data, on all cores. */
  public static AlsSettings defaults() {
    return new AlsSettings(64, 8, 0.01, 0.02, 7, Runtime.getRuntime().availableProcessors());
  }

  public AlsSettings {
    require(dimensions >= 1 && dimensions <= 1024, "dimensions must be 1..1024, got " + dimensions);
    require(passes >= 1 && passes <= 1000, "passes must be 1..1000, got " + passes);
    require(
        unobserved > 0 && unobserved <= 1, "unobserved must be > 0 and <= 1, got " + unobserved);
    require(
        regularization > 0 && regularization < 1e6,
        "regularization must be > 0 and < 1e6, got " + regularization);
    require(threads >= 1 && threads <= 1024, "threads must be 1..1024, got " + threads);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  public AlsSettings withThreads(int count) {
    return new AlsSettings(dimensions, passes, unobserved, regularization, seed, count);
  }

  public AlsSettings withPasses(int count) {
    return new AlsSettings(dimensions, count, unobserved, regularization, seed, threads);
  }

  public AlsSettings withUnobserved(double weight) {
    return new AlsSettings(dimensions, passes, weight, regularization, seed, threads);
  }
}
