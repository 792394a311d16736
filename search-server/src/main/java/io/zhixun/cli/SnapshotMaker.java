package io.zhixun.cli;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Item;
import io.zhixun.indexer.build.BuildSettings;
import io.zhixun.indexer.build.SnapshotBuilder;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
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
    Settings settings = base.settings();
    SnapshotStore snapshots = base.snapshots();
    Corpus corpus = base.store().corpus();
    try (Stages stages = Stages.onTerminal()) {
      BuildSettings build =
          new BuildSettings(settings.index(), settings.behaviour(), settings.recipe());
      Snapshot sealed =
          new SnapshotBuilder(snapshots, build, base.dictionaries())
              .build(corpus, clock.instant(), stages);
      Snapshot measured = snapshots.measured(sealed, measure(sealed, corpus));
      snapshots.publish(measured);
      return measured;
    }
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
