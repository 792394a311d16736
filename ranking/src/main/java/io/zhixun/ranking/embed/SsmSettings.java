package io.zhixun.ranking.embed;

/**
 * How the cosine sampled-softmax embedding is fitted.
 *
 * @param members how many embeddings are learned from different seeds and set side by side: the
 *     cheapest gain in quality there is
 * @param dimensions length of a member's vector
 * @param temperature τ: cosines are divided by it before the softmax
 * @param pull α: how much a learner's items pull their vector, against what is learned of them
 *     alone
 * @param effort epochs are effort / users, within {@code fewestEpochs..mostEpochs}
 * @param fewestEpochs at least so many
 * @param mostEpochs at most so many
 * @param seed of the first vectors, the order of users and the negatives
 * @param threads how many share the work; does not change the result
 */
public record SsmSettings(
    int members,
    int dimensions,
    double temperature,
    double pull,
    double effort,
    int fewestEpochs,
    int mostEpochs,
    long seed,
    int threads) {

  /** As measured best on sparse data, on all cores. */
  public static SsmSettings defaults() {
    return new SsmSettings(
        1, 128, 0.1, 0.5, 3.6e6, 30, 300, 7, Runtime.getRuntime().availableProcessors());
  }

  public SsmSettings {
    require(members >= 1 && members <= 16, "members must be 1..16, got " + members);
    require(dimensions >= 1 && dimensions <= 1024, "dimensions must be 1..1024, got " + dimensions);
    require(
        temperature >= 0.03 && temperature <= 10,
        "temperature must be 0.03..10, got " + temperature);
    require(pull > 0 && pull <= 100, "pull must be > 0 and <= 100, got " + pull);
    require(effort > 0, "effort must be > 0, got " + effort);
    require(
        fewestEpochs >= 1 && mostEpochs >= fewestEpochs,
        "epochs must be 1 <= fewest <= most, got " + fewestEpochs + " and " + mostEpochs);
    require(threads >= 1 && threads <= 1024, "threads must be 1..1024, got " + threads);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  int epochs(int users) {
    return Math.clamp(Math.round(effort / Math.max(1, users)), fewestEpochs, mostEpochs);
  }

  /** Users who are trained together against the same negatives. */
  int block(int users) {
    return Math.clamp(users / 128, 16, 128);
  }

  int negatives(int items) {
    return Math.clamp(items / 2, 1, 1024);
  }

  public SsmSettings withThreads(int count) {
    return copy(members, effort, seed, count);
  }

  public SsmSettings withSeed(long other) {
    return copy(members, effort, other, threads);
  }

  public SsmSettings withMembers(int count) {
    return copy(count, effort, seed, threads);
  }

  /** The same with so many times the epochs. */
  public SsmSettings withEffort(double factor) {
    return new SsmSettings(
        members,
        dimensions,
        temperature,
        pull,
        effort * factor,
        Math.max(1, (int) (fewestEpochs * factor)),
        Math.max(1, (int) (mostEpochs * factor)),
        seed,
        threads);
  }

  private SsmSettings copy(int newMembers, double newEffort, long newSeed, int newThreads) {
    return new SsmSettings(
        newMembers,
        dimensions,
        temperature,
        pull,
        newEffort,
        fewestEpochs,
        mostEpochs,
        newSeed,
        newThreads);
  }
}
