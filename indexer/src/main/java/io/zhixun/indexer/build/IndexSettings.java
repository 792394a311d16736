package io.zhixun.indexer.build;

import io.zhixun.indexer.schema.Bm25Settings;
import java.time.Duration;

/**
 * How a snapshot is built, besides what is learned.
 *
 * @param threads how many write the index together; does not change the result
 * @param bufferMegabytes memory for documents before they are written, of each thread
 * @param bm25 how keyword relevance weighs repetition and length
 * @param usualHalfLife after what time behaviour counts half in an item's statistics
 * @param recentHalfLife the same for what is trending; shorter
 */
public record IndexSettings(
    int threads,
    int bufferMegabytes,
    Bm25Settings bm25,
    Duration usualHalfLife,
    Duration recentHalfLife) {

  /** The shipped ones: all cores, at most eight. */
  public static IndexSettings defaults() {
    return new IndexSettings(
        Math.min(8, Runtime.getRuntime().availableProcessors()),
        64,
        Bm25Settings.DEFAULTS,
        Duration.ofDays(30),
        Duration.ofDays(3));
  }

  public IndexSettings {
    requireRange("threads", threads, 1, 64);
    requireRange("bufferMegabytes", bufferMegabytes, 1, 2_000);
    if (recentHalfLife.toSeconds() < 1 || recentHalfLife.compareTo(usualHalfLife) >= 0) {
      throw new IllegalArgumentException(
          "recentHalfLife must be >= 1 s and shorter than usualHalfLife "
              + usualHalfLife
              + ", got "
              + recentHalfLife);
    }
  }

  private static void requireRange(String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(what + " must be " + min + ".." + max + ", got " + value);
    }
  }

  /** The same with another number of threads. */
  public IndexSettings withThreads(int count) {
    return new IndexSettings(count, bufferMegabytes, bm25, usualHalfLife, recentHalfLife);
  }
}
