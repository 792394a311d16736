package io.zhixun.cli;

import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.build.ItemStatistics;
import io.zhixun.indexer.build.SnapshotContents;
import io.zhixun.indexer.snapshot.OpenedSnapshot;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.search.lexical.LuceneIndex;
import io.zhixun.search.serving.Collaborative;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.ItemTable;
import io.zhixun.search.serving.Live.Warning;
import io.zhixun.search.serving.PopularityBoard;
import io.zhixun.search.serving.SnapshotSource;
import java.time.Instant;
import java.util.Optional;

/** Opens published snapshots of a data folder for serving. */
final class SnapshotOpener implements SnapshotSource {
  private final Product.Base base;
  private final SnapshotStore snapshots;

  SnapshotOpener(Product.Base base) {
    this.base = base;
    this.snapshots = base.snapshots();
  }

  @Override
  public Optional<String> current() {
    return snapshots.currentId();
  }

  @Override
  public Opened open() {
    OpenedSnapshot opened = snapshots.open();
    return new Opened(
        generation(opened.snapshot()),
        opened.warnings().stream()
            .map(warning -> new Warning(warning.code().name(), warning.detail()))
            .toList());
  }

  /** A snapshot as it would be served, whether or not it is published. */
  Generation generation(Snapshot snapshot) {
    Settings settings = base.settings();
    SnapshotContents contents = new SnapshotContents(snapshot);
    LuceneIndex lexical =
        LuceneIndex.open(
            new LuceneIndex.Source(contents.lucene(), contents.analyzer(), settings.index().bm25()),
            base.folder().live(),
            settings.lexical());
    Instant built = snapshot.manifest().facts().created();
    Generation generation =
        new Generation(
            new Generation.Parts(
                snapshot.id(),
                snapshot.seq(),
                lexical,
                new ItemTable(),
                new Collaborative(contents.learnedModel()),
                board(contents.usualStatistics(), settings.behaviour(), built),
                board(contents.recentStatistics(), settings.behaviour(), built),
                settings.behaviour()),
            this::row);
    lexical.forEachItem((item, row) -> generation.put(item, row));
    return generation;
  }

  private static PopularityBoard board(
      ItemStatistics statistics, EventWeights weights, Instant now) {
    float[] interest = new float[statistics.rows()];
    for (int row = 0; row < interest.length; row++) {
      interest[row] = (float) statistics.interest(row, weights, now);
    }
    return new PopularityBoard(interest);
  }

  private int row(ItemId id) {
    return base.store()
        .itemRow(id)
        .orElseThrow(() -> new IllegalStateException("the record issued no row to " + id));
  }
}
