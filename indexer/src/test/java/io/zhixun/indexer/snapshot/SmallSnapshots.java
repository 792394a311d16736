package io.zhixun.indexer.snapshot;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;

/** Snapshots of two small files, one for each second after noon. */
final class SmallSnapshots {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private SmallSnapshots() {}

  static Snapshot publish(SnapshotStore store, int second) {
    return publish(store, second, second);
  }

  static Snapshot publish(SnapshotStore store, int second, int content) {
    Snapshot snapshot = build(store, second, content);
    store.publish(snapshot);
    return snapshot;
  }

  static Snapshot build(SnapshotStore store, int second) {
    return build(store, second, second);
  }

  private static Snapshot build(SnapshotStore store, int second, int content) {
    try (SnapshotDraft draft = store.begin()) {
      draft.write("learned/items.bin", path -> Files.writeString(path, "learned"));
      draft.write("dictionaries/words.txt", path -> Files.writeString(path, "词" + content));
      ManifestFacts facts =
          new ManifestFacts(
              7, "digest", NOON.plusSeconds(second), Map.of("items", 3L), Map.of("text", "无"));
      return store.seal(draft, facts);
    }
  }
}
