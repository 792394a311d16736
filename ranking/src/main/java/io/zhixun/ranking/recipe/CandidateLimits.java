package io.zhixun.ranking.recipe;

/**
 * How many items each source proposes at most; together at most 1,000.
 *
 * @param embedding nearest to the learner's vector
 * @param neighbours going with what the learner did
 * @param popular liked by everybody
 */
public record CandidateLimits(int embedding, int neighbours, int popular) {
  /** The most that all sources together may propose. */
  public static final int MOST = 1_000;

  public static final CandidateLimits DEFAULTS = new CandidateLimits(300, 500, 100);

  public CandidateLimits {
    if (embedding < 0 || neighbours < 0 || popular < 0) {
      throw new IllegalArgumentException(
          String.format("limits must be >= 0, got %d, %d and %d", embedding, neighbours, popular));
    }
    if ((long) embedding + neighbours + popular > MOST) {
      throw new IllegalArgumentException(
          String.format(
              "limits must be at most %d together, got %d + %d + %d",
              MOST, embedding, neighbours, popular));
    }
  }
}
