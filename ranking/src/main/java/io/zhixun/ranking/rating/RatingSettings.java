package io.zhixun.ranking.rating;

/**
 * How the cosine rating model is fitted.
 *
 * @param dimensions length of a vector
 * @param rate Adam's step at the start; it falls to zero in a straight line
 * @param batch ratings a step
 * @param epochs passes over all ratings
 * @param pull λ, how strongly each vector is drawn to the direction that all share
 * @param seed of the first vectors and of the order of ratings
 */
public record RatingSettings(
    int dimensions, double rate, int batch, int epochs, double pull, long seed) {
  public static final RatingSettings DEFAULTS = new RatingSettings(128, 0.01, 256, 15, 20, 7);

  public RatingSettings {
    require(dimensions >= 1 && dimensions <= 1024, "dimensions must be 1..1024, got " + dimensions);
    require(rate > 0 && rate <= 1, "rate must be > 0 and <= 1, got " + rate);
    require(batch >= 1 && batch <= 1_000_000, "batch must be 1..1000000, got " + batch);
    require(epochs >= 1 && epochs <= 10_000, "epochs must be 1..10000, got " + epochs);
    require(pull >= 0 && pull < 1e9, "pull must be >= 0 and < 1e9, got " + pull);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  public RatingSettings withDimensions(int length) {
    return new RatingSettings(length, rate, batch, epochs, pull, seed);
  }

  public RatingSettings withEpochs(int count) {
    return new RatingSettings(dimensions, rate, batch, count, pull, seed);
  }

  public RatingSettings withPull(double strength) {
    return new RatingSettings(dimensions, rate, batch, epochs, strength, seed);
  }
}
