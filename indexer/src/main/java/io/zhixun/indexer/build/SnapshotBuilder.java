package io.zhixun.indexer.build;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Status;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.snapshot.ManifestFacts;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotDraft;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.ranking.cold.ColdModel;
import io.zhixun.ranking.interaction.CorpusInteractions;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.recipe.Choice;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.ranking.recipe.RecipeTrainer;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.util.Version;

/**
 * Makes a snapshot of a corpus, whether that came from files or from the store. The caller measures
 * and publishes it.
 */
public final class SnapshotBuilder {
  private final SnapshotStore store;
  private final BuildSettings settings;
  private final Dictionaries dictionaries;

  public SnapshotBuilder(SnapshotStore store, BuildSettings settings, Dictionaries dictionaries) {
    this.store = store;
    this.settings = settings;
    this.dictionaries = dictionaries;
  }

  /**
   * Builds and seals a snapshot that is not served yet.
   *
   * @param now names the snapshot, and is the time that statistics are kept relative to
   * @throws io.zhixun.indexer.snapshot.SnapshotException BUSY while another build runs, FULL and so
   *     on when the disk does not let it
   * @throws io.zhixun.ranking.recipe.RecipeException when the memory does not suffice
   * @throws java.util.concurrent.CancellationException when {@code progress} asks for it
   */
  public Snapshot build(Corpus corpus, Instant now, Progress progress) {
    try (SnapshotDraft draft = store.begin()) {
      draft.write(
          SnapshotContents.DICTIONARIES,
          folder -> {
            dictionaries.write(Files.createDirectories(folder));
            return folder;
          });
      ItemStatistics usual = statistics(corpus, now, settings.index().usualHalfLife());
      ItemStatistics recent = statistics(corpus, now, settings.index().recentHalfLife());
      draft.write(SnapshotContents.USUAL, file -> SnapshotContents.write(file, usual.segment()));
      draft.write(SnapshotContents.RECENT, file -> SnapshotContents.write(file, recent.segment()));
      ChineseAnalyzer analyzer = new ChineseAnalyzer(SnapshotContents.lexicon(dictionaries));
      List<AskedQueries.Asked> asked =
          AskedQueries.of(corpus, analyzer, now, settings.index().recentHalfLife());
      draft.write(SnapshotContents.QUERIES, file -> AskedQueries.write(file, asked));
      writeIndex(draft, analyzer, input(corpus, usual, now), progress);
      Interactions interactions = CorpusInteractions.of(corpus, settings.weights());
      LearnedModel model = RecipeTrainer.train(interactions, settings.recipe(), progress);
      Map<String, MemorySegment> segments = new TreeMap<>(model.segments());
      segments.putAll(cold(corpus, interactions, progress).segments());
      draft.write(
          SnapshotContents.LEARNED, folder -> SnapshotContents.writeLearned(folder, segments));
      return store.seal(draft, facts(corpus, interactions, model, now));
    }
  }

  private ColdModel cold(Corpus corpus, Interactions interactions, Progress progress) {
    try (Workers workers = Workers.of(settings.recipe().threads())) {
      ColdModel.Ground ground =
          new ColdModel.Ground(corpus.items(), item -> rowOf(corpus, item), interactions);
      return ColdModel.fit(ground, settings.recipe().lists().texts(), workers, progress);
    }
  }

  private static ItemStatistics statistics(Corpus corpus, Instant now, Duration halfLife) {
    ItemStatistics statistics = ItemStatistics.empty(now, halfLife, corpus.itemRows().size());
    for (Event event : corpus.events()) {
      statistics.add(event, corpus.itemRows()::of);
    }
    return statistics;
  }

  private LuceneBuild.Input input(Corpus corpus, ItemStatistics usual, Instant now) {
    return new LuceneBuild.Input(
        corpus.items(),
        item -> rowOf(corpus, item),
        item -> usual.popularity(item, rowOf(corpus, item), settings.weights(), now));
  }

  private static int rowOf(Corpus corpus, Item item) {
    return corpus
        .itemRows()
        .of(item.id())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "itemRows must hold every item, got no row of " + item.id()));
  }

  private void writeIndex(
      SnapshotDraft draft, ChineseAnalyzer analyzer, LuceneBuild.Input input, Progress progress) {
    LuceneBuild build = new LuceneBuild(settings.index(), analyzer);
    draft.write(SnapshotContents.LUCENE, folder -> build.write(folder, input, progress));
  }

  private ManifestFacts facts(
      Corpus corpus, Interactions interactions, LearnedModel model, Instant now) {
    long published =
        corpus.items().stream().filter(item -> item.status() == Status.PUBLISHED).count();
    Map<String, Long> counts =
        Map.of(
            "items", (long) corpus.items().size(),
            "publishedItems", published,
            "events", (long) corpus.events().size(),
            "learners", (long) corpus.learnerRows().numbers().size(),
            "interactions", (long) interactions.entries(),
            "domainWords", (long) dictionaries.domainWords().size());
    Map<String, String> notes =
        Map.of(
            "lucene", Version.LATEST.toString(),
            "recipe", recipe(model.choice()),
            "recipeBecause", model.choice().why());
    return new ManifestFacts(corpus.seq(), settings.digest(dictionaries), now, counts, notes);
  }

  private static String recipe(Choice choice) {
    return choice.terms().stream()
        .map(term -> term.weight() + " " + term.part())
        .collect(Collectors.joining(" + "));
  }
}
