package io.zhixun.ranking.embed;

/**
 * How the softmax over what comes next is fitted.
 *
 * @param members how many models are learned from different seeds and averaged
 * @param dimensions length of a member's vector
 * @param window how many of the newest items speak
 * @param candidates about how many items a step compares with
 * @param dropout the share of a learner's numbers that a step leaves out, against overfitting
 * @param rate the first step size of Adam; it falls to zero in a straight line
 * @param effort epochs are effort / places to predict, within {@code 1..mostEpochs}
 * @param mostEpochs at most so many
 * @param mostItems with more items than this it is not learned, as each request scores all of them
 * @param seed of the first vectors, the order of the places and what is left out
 * @param threads how many share the work; does not change the result
 */
public record SequenceSettings(
    int members,
    int dimensions,
    int window,
    int candidates,
    double dropout,
    double rate,
    double effort,
    int mostEpochs,
    int mostItems,
    long seed,
    int threads) {
  /** Places whose gradients make one step. */
  static final int BLOCK = 512;

  /** As measured best on enrolments in time order, on all cores. */
  public static SequenceSettings defaults() {
    return new SequenceSettings(
        2, 64, 20, 768, 0.1, 0.006, 3e6, 20, 8_000, 7, Runtime.getRuntime().availableProcessors());
  }

  public SequenceSettings {
    require(members >= 1 && members <= 16, "members must be 1..16, got " + members);
    require(dimensions >= 1 && dimensions <= 512, "dimensions must be 1..512, got " + dimensions);
    require(window >= 1 && window <= 100, "window must be 1..100, got " + window);
    require(
        candidates >= 16 && candidates <= 30_000,
        "candidates must be 16..30000, got " + candidates);
    require(dropout >= 0 && dropout < 1, "dropout must be >= 0 and < 1, got " + dropout);
    require(rate > 0 && rate <= 1, "rate must be > 0 and <= 1, got " + rate);
    require(effort > 0 && effort <= 1e12, "effort must be > 0 and <= 1e12, got " + effort);
    require(mostEpochs >= 1 && mostEpochs <= 1000, "mostEpochs must be 1..1000, got " + mostEpochs);
    require(mostItems >= 0 && mostItems <= 30_000, "mostItems must be 0..30000, got " + mostItems);
    require(threads >= 1 && threads <= 1024, "threads must be 1..1024, got " + threads);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  int epochs(int places) {
    return Math.clamp(Math.round(effort / Math.max(1, places)), 1, mostEpochs);
  }

  public SequenceSettings withThreads(int count) {
    return copy(members, effort, seed, count);
  }

  public SequenceSettings withMembers(int count) {
    return copy(count, effort, seed, threads);
  }

  /** The same with so many times the epochs. */
  public SequenceSettings withEffort(double factor) {
    return copy(members, effort * factor, seed, threads);
  }

  private SequenceSettings copy(int newMembers, double newEffort, long newSeed, int newThreads) {
    return new SequenceSettings(
        newMembers,
        dimensions,
        window,
        candidates,
        dropout,
        rate,
        newEffort,
        mostEpochs,
        mostItems,
        newSeed,
        newThreads);
  }
}
