package io.zhixun.indexer.snapshot;

import java.time.Instant;
import java.util.Map;

/**
 * What the builder knows of a snapshot.
 *
 * @param seq the last change that it contains
 * @param settingsDigest stands for the settings and dictionaries that it was built with
 * @param created when the build began; part of the snapshot's name
 * @param counts how much of each thing it holds, such as {@code items}
 * @param notes other facts by name, such as the text encoder and its runtime
 */
public record ManifestFacts(
    long seq,
    String settingsDigest,
    Instant created,
    Map<String, Long> counts,
    Map<String, String> notes) {
  public ManifestFacts {
    if (seq < 0) {
      throw new IllegalArgumentException("seq must be >= 0, got " + seq);
    }
    counts = Map.copyOf(counts);
    notes = Map.copyOf(notes);
  }
}
