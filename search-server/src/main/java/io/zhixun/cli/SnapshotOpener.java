package io.zhixun.cli;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.build.ItemStatistics;
import io.zhixun.indexer.build.SnapshotContents;
import io.zhixun.indexer.snapshot.OpenedSnapshot;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.search.lexical.LuceneIndex;
import io.zhixun.search.serving.Collaborative;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.ItemTable;
import io.zhixun.search.serving.Live.Warning;
import io.zhixun.search.serving.PopularityBoard;
import io.zhixun.search.serving.PopularityBoard.Fading;
import io.zhixun.search.serving.SnapshotSource;
import io.zhixun.search.serving.Suggestible;
import io.zhixun.search.suggest.Catalogue;
import io.zhixun.search.suggest.QueryBook;
import io.zhixun.search.suggest.Suggester;
import java.time.Instant;
import java.util.List;
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
    ChineseAnalyzer analyzer = contents.analyzer();
    LuceneIndex lexical =
        LuceneIndex.open(
            new LuceneIndex.Source(
                contents.lucene(), analyzer, settings.index().bm25(), base.dictionaries()),
            base.folder().live(),
            settings.lexical());
    Instant built = snapshot.manifest().facts().created();
    ItemTable items = new ItemTable();
    PopularityBoard popularity =
        board(
            contents.usualStatistics(),
            settings,
            new Fading(built, settings.index().usualHalfLife()));
    PopularityBoard trending =
        board(
            contents.recentStatistics(),
            settings,
            new Fading(built, settings.index().recentHalfLife()));
    Generation generation =
        new Generation(
            new Generation.Parts(
                snapshot.id(),
                snapshot.seq(),
                lexical,
                items,
                new Collaborative(contents.learnedModel()),
                popularity,
                trending,
                suggester(new Suggestible(items, popularity, built), analyzer, contents),
                settings.behaviour()),
            this::row);
    lexical.forEachItem((item, row) -> generation.put(item, row));
    base.store().rules().forEach(generation::put);
    generation.suggester().build();
    return generation;
  }

  private Suggester suggester(
      Catalogue catalogue, ChineseAnalyzer analyzer, SnapshotContents contents) {
    Settings settings = base.settings();
    List<QueryBook.Line> before =
        contents.askedQueries().stream()
            .map(
                asked ->
                    new QueryBook.Line(asked.text(), asked.learners(), asked.heat(), asked.at()))
            .toList();
    QueryBook queries =
        new QueryBook(
            settings.suggest().learners(),
            settings.index().recentHalfLife(),
            analyzer::exact,
            this::learnerRow,
            before);
    return new Suggester(
        catalogue, analyzer, settings.suggest(), queries, base.blockedSuggestions());
  }

  private static PopularityBoard board(
      ItemStatistics statistics, Settings settings, Fading fading) {
    float[] interest = new float[statistics.rows()];
    for (int row = 0; row < interest.length; row++) {
      interest[row] = (float) statistics.interest(row, settings.behaviour(), fading.since());
    }
    return new PopularityBoard(interest, fading);
  }

  /** Learners whom the record no longer knows count as one. */
  private int learnerRow(UserId id) {
    return base.store().learnerRow(id).orElse(-1);
  }

  private int row(ItemId id) {
    return base.store()
        .itemRow(id)
        .orElseThrow(() -> new IllegalStateException("the record issued no row to " + id));
  }
}
