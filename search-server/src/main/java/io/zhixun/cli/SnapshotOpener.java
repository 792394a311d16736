package io.zhixun.cli;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.build.ItemStatistics;
import io.zhixun.indexer.build.SnapshotContents;
import io.zhixun.indexer.snapshot.OpenedSnapshot;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.search.lexical.LuceneIndex;
import io.zhixun.search.semantic.Encoding;
import io.zhixun.search.semantic.SemanticIndex;
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
import io.zhixun.store.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens published snapshots of a data folder for serving. */
final class SnapshotOpener implements SnapshotSource {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotOpener.class);
  private static final Duration LOADING = Duration.ofSeconds(5);

  private final Product.Base base;
  private final SnapshotStore snapshots;
  private final Optional<Encoding> encoding;
  private final Duration patience;

  /** For measuring by words alone. */
  SnapshotOpener(Product.Base base) {
    this(base, Optional.empty(), Duration.ZERO);
  }

  /**
   * @param encoding encodes texts; without, there are no vectors
   * @param patience how long an opening waits for its texts to be encoded
   */
  SnapshotOpener(Product.Base base, Optional<Encoding> encoding, Duration patience) {
    this.base = base;
    this.encoding = encoding;
    this.patience = patience;
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
        Stream.concat(
                opened.warnings().stream()
                    .map(warning -> new Warning(warning.code().name(), warning.detail())),
                noEncoder())
            .toList());
  }

  private Stream<Warning> noEncoder() {
    return encoding.stream()
        .flatMap(encoder -> encoder.problem(LOADING).stream())
        .map(problem -> new Warning("NO_TEXT_ENCODER", "search goes by words alone: " + problem));
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
    LearnedModel model = contents.learnedModel();
    Generation generation =
        new Generation(
            new Generation.Parts(
                snapshot.id(),
                snapshot.seq(),
                lexical,
                items,
                new Collaborative(
                    model, snapshot.manifest().weights(), ColdOpening.of(contents, model, lexical)),
                popularity,
                trending,
                suggester(new Suggestible(items, popularity, built), analyzer, contents),
                semantic(analyzer),
                settings.behaviour()),
            this::row);
    lexical.forEachItem((item, row) -> generation.put(item, row));
    base.store().rules().forEach(generation::put);
    generation.readBy(base.dictionaries(), base.lines(Term.Kind.SYNONYM));
    generation.suggester().build();
    await(generation.semantic().build(lexical::forEachItem));
    return generation;
  }

  private SemanticIndex semantic(ChineseAnalyzer analyzer) {
    return encoding
        .map(encoder -> new SemanticIndex(encoder, base.settings().semantic(), analyzer::exact))
        .orElseGet(SemanticIndex::none);
  }

  private void await(CompletableFuture<Void> built) {
    try {
      if (patience.isPositive()) {
        built.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("opened before all texts are encoded", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
