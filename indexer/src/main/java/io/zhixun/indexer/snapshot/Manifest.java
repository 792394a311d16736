package io.zhixun.indexer.snapshot;

import java.util.List;
import java.util.Map;

/**
 * What {@code manifest.json} says.
 *
 * @param id the name of the snapshot's folder
 * @param quality what was measured before it was published, by metric
 * @param weights of the blend that were learned and found no worse than those of the settings, by
 *     {@code search.} or {@code feed.} and the feature
 * @param files every other file, by name
 */
public record Manifest(
    String id,
    ManifestFacts facts,
    Map<String, Double> quality,
    Map<String, Double> weights,
    List<StoredFile> files) {
  public Manifest {
    quality = Map.copyOf(quality);
    weights = Map.copyOf(weights);
    files = List.copyOf(files);
  }

  /**
   * One file as it was written.
   *
   * @param name path within the snapshot, with slashes
   * @param size in bytes
   * @param sha256 lower-case hexadecimal
   */
  public record StoredFile(String name, long size, String sha256) {}

  /** The bytes of all files. */
  public long size() {
    return files.stream().mapToLong(StoredFile::size).sum();
  }
}
