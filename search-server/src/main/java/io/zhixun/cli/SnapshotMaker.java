package io.zhixun.cli;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Item;
import io.zhixun.indexer.build.BuildSettings;
import io.zhixun.indexer.build.SnapshotBuilder;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.SelfCheck;
import io.zhixun.search.serving.Generation;
import java.time.InstantSource;
import java.util.Map;

/** Makes a snapshot of the record, measures it, and publishes it. */
final class SnapshotMaker {
  private final Product.Base base;
  private final InstantSource clock;

  SnapshotMaker(Product.Base base, InstantSource clock) {
    this.base = base;
    this.clock = clock;
  }

  Snapshot makeAndPublish() {
    try (Stages stages = Stages.onTerminal()) {
      Snapshot made = make(stages);
      publish(made);
      return made;
    }
  }

  /** Makes and measures a snapshot that is not served yet. */
  Snapshot make(Progress progress) {
    Settings settings = base.settings();
    SnapshotStore snapshots = base.snapshots();
    Corpus corpus = base.store().corpus();
    BuildSettings build =
        new BuildSettings(settings.index(), settings.behaviour(), settings.recipe());
    Snapshot sealed =
        new SnapshotBuilder(snapshots, build, base.dictionariesWithWords())
            .build(corpus, clock.instant(), progress);
    progress.at("measuring", 0);
    return snapshots.measured(sealed, measure(sealed, corpus));
  }

  /** Makes a snapshot the served one; what no kept snapshot needs may then leave the record. */
  void publish(Snapshot snapshot) {
    SnapshotStore snapshots = base.snapshots();
    snapshots.publish(snapshot);
    base.store().prune(base.settings().retention(), oldestKept(snapshots));
  }

  /** What a kept snapshot has yet to be brought up to date with must stay in the record. */
  private static long oldestKept(SnapshotStore snapshots) {
    return snapshots.list().stream()
        .flatMap(listed -> listed.snapshot().stream())
        .mapToLong(Snapshot::seq)
        .min()
        .orElse(0);
  }

  private Map<String, Double> measure(Snapshot sealed, Corpus corpus) {
    Generation generation = new SnapshotOpener(base).generation(sealed);
    try {
      return SelfCheck.of(
          generation.lexical(),
          corpus.items().stream().filter(item -> item.status() == Item.Status.PUBLISHED).toList());
    } finally {
      generation.close();
    }
  }
}
