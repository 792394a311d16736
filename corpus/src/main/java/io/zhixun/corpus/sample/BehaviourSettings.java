package io.zhixun.corpus.sample;

/**
 * How much behaviour is made.
 *
 * @param learners the named ones included, 1..1,000,000
 * @param leastSessions sessions of the least active learners, above 0; the others have more, with a
 *     heavy tail, so that the mean is about three times this
 * @param days over which it is spread, up to the given instant
 * @param seed same seed, catalogue and instant, same behaviour
 */
public record BehaviourSettings(int learners, double leastSessions, int days, long seed) {
  /** About 60,000 events of 2,000 learners over a year. */
  public static BehaviourSettings withSeed(long seed) {
    return new BehaviourSettings(2_000, 2.2, 365, seed);
  }

  public BehaviourSettings {
    require(learners >= 1 && learners <= 1_000_000, "learners must be 1..1000000, got " + learners);
    require(leastSessions > 0, "leastSessions must be > 0, got " + leastSessions);
    require(days >= 1 && days <= 3_650, "days must be 1..3650, got " + days);
  }

  /** The same for another number of learners. */
  public BehaviourSettings withLearners(int number) {
    return new BehaviourSettings(number, leastSessions, days, seed);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
