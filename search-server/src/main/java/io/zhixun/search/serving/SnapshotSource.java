package io.zhixun.search.serving;

import io.zhixun.search.serving.Live.Warning;
import java.util.List;
import java.util.Optional;

/** Where generations come from: published snapshots, opened for serving. */
public interface SnapshotSource {
  /** The name of the snapshot that should be served now; empty when there is none. */
  Optional<String> current();

  /** Opens the snapshot that should be served, or the newest good one with a warning why. */
  Opened open();

  /** A generation that holds nothing but its snapshot yet. */
  record Opened(Generation generation, List<Warning> warnings) {
    public Opened {
      warnings = List.copyOf(warnings);
    }
  }
}
