package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.SequenceSettings;
import io.zhixun.ranking.embed.SsmSettings;
import io.zhixun.ranking.vector.GraphSettings;

/**
 * What is the same for all data; everything else is chosen.
 *
 * @param lists how long lists are
 * @param trials how methods are tried
 * @param ssm how the softmax embedding is learned
 * @param sequence how the softmax over what comes next is learned
 * @param graph how vectors are indexed
 * @param historyLimit how many of a learner's newest items count
 * @param threads how many share the work; does not change the result
 * @param memoryBytes training that needs more is refused; regression takes part only where all fits
 *     into half of it
 */
public record RecipeSettings(
    Lists lists,
    Trials trials,
    SsmSettings ssm,
    SequenceSettings sequence,
    GraphSettings graph,
    int historyLimit,
    int threads,
    long memoryBytes) {

  /**
   * Lengths.
   *
   * @param neighbours of an item's list by walks or transitions
   * @param denseNeighbours of an item's list by regression, whose weights do not fall off as fast
   * @param denseItems more items than this are not regressed: its cost grows with their cube
   * @param learners how many learners alike are asked
   * @param texts from the texts of so many of the most taken items it is learned who would take one
   *     that nobody took; 0 learns nothing of it
   */
  public record Lists(
      int neighbours, int denseNeighbours, int denseItems, int learners, int texts) {
    public static final Lists DEFAULTS = new Lists(200, 500, 8_000, 200, 1_000);

    public Lists {
      requireRange("neighbours", neighbours, 1, 10_000);
      requireRange("denseNeighbours", denseNeighbours, 1, 10_000);
      requireRange("denseItems", denseItems, 0, 30_000);
      requireRange("learners", learners, 1, 10_000);
      requireRange("texts", texts, 0, 8_000);
    }
  }

  /**
   * The validation slice.
   *
   * @param learners at most so many judge
   * @param effort the share of the epochs that embeddings are tried with
   * @param seed which entries are held out, and who judges
   */
  public record Trials(int learners, double effort, long seed) {
    public static final Trials DEFAULTS = new Trials(3_000, 0.25, 7);

    public Trials {
      requireRange("learners", learners, 1, 1_000_000);
      if (!(effort > 0 && effort <= 1)) {
        throw new IllegalArgumentException("effort must be > 0 and <= 1, got " + effort);
      }
    }
  }

  /** The shipped ones: all cores, all the memory of this JVM. */
  public static RecipeSettings defaults() {
    Runtime runtime = Runtime.getRuntime();
    return new RecipeSettings(
        Lists.DEFAULTS,
        Trials.DEFAULTS,
        SsmSettings.defaults(),
        SequenceSettings.defaults(),
        GraphSettings.DEFAULTS,
        1_000,
        runtime.availableProcessors(),
        runtime.maxMemory());
  }

  public RecipeSettings {
    requireRange("historyLimit", historyLimit, 1, 100_000);
    requireRange("threads", threads, 1, 1_024);
    if (memoryBytes < 1) {
      throw new IllegalArgumentException("memoryBytes must be >= 1, got " + memoryBytes);
    }
  }

  private static void requireRange(String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(what + " must be " + min + ".." + max + ", got " + value);
    }
  }

  public RecipeSettings withThreads(int count) {
    return copy(ssm, sequence, count, memoryBytes);
  }

  public RecipeSettings withMemoryBytes(long bytes) {
    return copy(ssm, sequence, threads, bytes);
  }

  public RecipeSettings withSsm(SsmSettings other) {
    return copy(other, sequence, threads, memoryBytes);
  }

  public RecipeSettings withSequence(SequenceSettings other) {
    return copy(ssm, other, threads, memoryBytes);
  }

  private RecipeSettings copy(
      SsmSettings newSsm, SequenceSettings newSequence, int newThreads, long newMemory) {
    return new RecipeSettings(
        lists, trials, newSsm, newSequence, graph, historyLimit, newThreads, newMemory);
  }
}
