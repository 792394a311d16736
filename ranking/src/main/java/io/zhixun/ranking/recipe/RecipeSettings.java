package io.zhixun.ranking.recipe;

import io.zhixun.ranking.vector.GraphSettings;

/**
 * What is the same for all data; everything else is chosen.
 *
 * @param neighbours the length of an item's list
 * @param historyLimit how many of a learner's newest items count
 * @param validationUsers at most so many learners judge the recipe
 * @param graph how vectors are indexed
 * @param seed of all that is random
 * @param threads how many share the work; does not change the result
 * @param memoryBytes training that needs more is refused
 */
public record RecipeSettings(
    int neighbours,
    int historyLimit,
    int validationUsers,
    GraphSettings graph,
    long seed,
    int threads,
    long memoryBytes) {

  /** The shipped ones: all cores, all the memory of this JVM. */
  public static RecipeSettings defaults() {
    Runtime runtime = Runtime.getRuntime();
    return new RecipeSettings(
        200,
        1_000,
        5_000,
        GraphSettings.DEFAULTS,
        7,
        runtime.availableProcessors(),
        runtime.maxMemory());
  }

  public RecipeSettings {
    requireRange("neighbours", neighbours, 1, 10_000);
    requireRange("historyLimit", historyLimit, 1, 100_000);
    requireRange("validationUsers", validationUsers, 1, 1_000_000);
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
    return new RecipeSettings(
        neighbours, historyLimit, validationUsers, graph, seed, count, memoryBytes);
  }

  public RecipeSettings withMemoryBytes(long bytes) {
    return new RecipeSettings(
        neighbours, historyLimit, validationUsers, graph, seed, threads, bytes);
  }
}
