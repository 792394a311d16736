package io.zhixun.search.suggest;

/**
 * What is suggested.
 *
 * @param learners how many different learners must have asked a query before others see it
 * @param recent how many of the learner's own latest searches an empty box shows
 */
public record SuggestSettings(int learners, int recent) {
  public static final SuggestSettings DEFAULTS = new SuggestSettings(5, 4);

  public SuggestSettings {
    if (learners < 1 || learners > 32) {
      throw new IllegalArgumentException("learners must be 1..32, got " + learners);
    }
    if (recent < 0 || recent > 20) {
      throw new IllegalArgumentException("recent must be 0..20, got " + recent);
    }
  }
}
