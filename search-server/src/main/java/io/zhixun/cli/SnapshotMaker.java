package io.zhixun.cli;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Item;
import io.zhixun.indexer.build.BuildSettings;
import io.zhixun.indexer.build.SnapshotBuilder;
import io.zhixun.indexer.build.SnapshotContents;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.SelfCheck;
import io.zhixun.search.pipeline.WeightTraining;
import io.zhixun.search.pipeline.WeightTraining.Outcomes;
import io.zhixun.search.serving.Generation;
import io.zhixun.store.StoreException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a snapshot of the record, measures it, and publishes it. */
final class SnapshotMaker {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotMaker.class);

  /** Fewer choices than this teach nothing about the weights of a blend. */
  private static final int FEWEST_CHOICES = 200;

  private final Product.Base base;
  private final InstantSource clock;
  private final boolean learn;

  SnapshotMaker(Product.Base base, InstantSource clock) {
    this(base, clock, base.settings().pipeline().blend().learn());
  }

  private SnapshotMaker(Product.Base base, InstantSource clock, boolean learn) {
    this.base = base;
    this.clock = clock;
    this.learn = learn;
  }

  /** For somebody who waits for the first start: the weights of the blend stay as set. */
  static SnapshotMaker quick(Product.Base base, InstantSource clock) {
    return new SnapshotMaker(base, clock, false);
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
    base.keepLog();
    Corpus corpus = base.store().corpus();
    BuildSettings build =
        new BuildSettings(settings.index(), settings.behaviour(), settings.recipe());
    Snapshot sealed =
        new SnapshotBuilder(snapshots, build, base.dictionariesWithWords())
            .build(corpus, clock.instant(), progress);
    progress.at("measuring", 0);
    Generation generation = new SnapshotOpener(base).generation(sealed);
    try {
      Map<String, Double> quality = new HashMap<>(titles(generation, corpus));
      Outcomes weights = weights(sealed, generation, corpus, progress);
      quality.putAll(weights.quality());
      return snapshots.measured(sealed, quality, weights.adopted());
    } finally {
      generation.close();
    }
  }

  /** Makes a snapshot the served one; what no kept snapshot needs may then leave the record. */
  void publish(Snapshot snapshot) {
    base.snapshots().publish(snapshot);
    try {
      base.store().prune(base.settings().retention(), base.oldestKept());
    } catch (StoreException e) {
      LOG.warn("{} is served; the record keeps for now what it might let go", snapshot.id(), e);
    }
  }

  private static Map<String, Double> titles(Generation generation, Corpus corpus) {
    return SelfCheck.of(
        generation.lexical(),
        corpus.items().stream().filter(item -> item.status() == Item.Status.PUBLISHED).toList());
  }

  private Outcomes weights(
      Snapshot sealed, Generation generation, Corpus corpus, Progress progress) {
    Settings settings = base.settings();
    if (!learn) {
      return new Outcomes(Optional.empty(), Optional.empty());
    }
    SnapshotContents contents = new SnapshotContents(sealed);
    WeightTraining training =
        new WeightTraining(
            settings.recipe(),
            settings.behaviour(),
            settings.pipeline(),
            settings.index().usualHalfLife());
    return training.run(
        new WeightTraining.Ground(
            corpus, generation.lexical(), contents.analyzer(), contents.learnedModel().choice()),
        FEWEST_CHOICES,
        progress);
  }
}
