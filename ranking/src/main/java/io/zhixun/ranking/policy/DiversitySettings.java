package io.zhixun.ranking.policy;

/**
 * How varied a feed must be.
 *
 * @param penalty how much of its score an item loses for each item of the same author already
 *     placed above it; half of that for the same innermost category, a quarter for the same format
 * @param perAuthor the most items of one author in a feed
 */
public record DiversitySettings(double penalty, int perAuthor) {
  public static final DiversitySettings DEFAULTS = new DiversitySettings(0.03, 3);

  public DiversitySettings {
    if (!(penalty >= 0 && penalty < 1)) {
      throw new IllegalArgumentException("penalty must be 0..1 (not 1), got " + penalty);
    }
    if (perAuthor < 1) {
      throw new IllegalArgumentException("perAuthor must be >= 1, got " + perAuthor);
    }
  }
}
