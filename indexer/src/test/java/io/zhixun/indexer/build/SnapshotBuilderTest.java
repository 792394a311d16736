package io.zhixun.indexer.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.indexer.Events;
import io.zhixun.indexer.Items;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.build.ItemStatistics.Count;
import io.zhixun.indexer.schema.Fields;
import io.zhixun.indexer.schema.ItemDocument;
import io.zhixun.indexer.schema.TextField;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.ranking.interaction.CorpusInteractions;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.ranking.recipe.RecipeTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotBuilderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Dictionaries WORDS =
      new Dictionaries(List.of("机器学习"), List.of(), List.of(), List.of());

  private static final int LEARNERS = 25;

  @TempDir private Path root;

  @Test
  void everythingThatWasBuiltIsReadBack() throws IOException {
    Corpus corpus = corpus(120);
    SnapshotStore store = new SnapshotStore(root);

    store.publish(new SnapshotBuilder(store, settings(2), WORDS).build(corpus, NOW, Progress.NONE));

    Snapshot snapshot = store.open().snapshot();
    SnapshotContents contents = new SnapshotContents(snapshot);
    assertEquals(List.of(), store.verify(snapshot.id()));
    assertEquals(corpus.items(), storedItems(contents));
    assertEquals(WORDS, contents.dictionaries());
    assertEquals(
        RecipeTrainer.train(
                CorpusInteractions.of(corpus, EventWeights.DEFAULTS),
                settings(2).recipe(),
                Progress.NONE)
            .choice(),
        contents.learnedModel().choice());
    assertEquals(corpus.itemRows().size(), contents.usualStatistics().rows());
    assertEquals(120L, snapshot.manifest().facts().counts().get("items"));
    assertEquals((long) corpus.events().size(), snapshot.manifest().facts().counts().get("events"));
    assertFalse(snapshot.manifest().facts().notes().get("recipe").isEmpty());
  }

  @Test
  void domainWordsActOnTheIndexAndOnItsAnalyzer() throws IOException {
    SnapshotStore store = new SnapshotStore(root);
    Corpus corpus = Corpus.of(List.of(Items.course("a", "机器学习入门")), List.of(), List.of());

    SnapshotContents contents =
        new SnapshotContents(
            new SnapshotBuilder(store, settings(1), WORDS).build(corpus, NOW, Progress.NONE));

    assertEquals("机器学习", contents.analyzer().tokens(Granularity.WORDS, "机器学习入门").getFirst().term());
    assertEquals(1, count(contents, new Term(TextField.TITLE.in(Granularity.WORDS), "机器学习")));
  }

  @Test
  void statisticsCountWhatHappened() {
    SnapshotStore store = new SnapshotStore(root);
    Corpus corpus =
        Corpus.of(
            List.of(Items.course("a", "甲")),
            List.of(
                Events.purchase("1", "u", "a", NOW),
                Events.purchase("2", "v", "a", NOW.minus(Duration.ofDays(30)))),
            List.of());

    SnapshotContents contents =
        new SnapshotContents(
            new SnapshotBuilder(store, settings(1), WORDS).build(corpus, NOW, Progress.NONE));

    assertEquals(1.5, contents.usualStatistics().of(Count.PURCHASES, 0, NOW), 1e-6);
    assertEquals(1 + 1.0 / 1_024, contents.recentStatistics().of(Count.PURCHASES, 0, NOW), 1e-6);
  }

  @Test
  void documentsLieInTheOrderOfTheCorpusWhateverTheNumberOfThreads() throws IOException {
    Corpus corpus = corpus(101);
    SnapshotStore store = new SnapshotStore(root);
    for (int threads : List.of(1, 2, 5)) {
      Snapshot snapshot =
          new SnapshotBuilder(store, settings(threads), WORDS)
              .build(corpus, NOW.plusSeconds(threads), Progress.NONE);

      assertEquals(corpus.items(), storedItems(new SnapshotContents(snapshot)));
    }
  }

  @Test
  void anEmptyCorpusIsASnapshotToo() throws IOException {
    SnapshotStore store = new SnapshotStore(root);
    Corpus empty = Corpus.of(List.of(), List.of(), List.of());

    Snapshot snapshot =
        new SnapshotBuilder(store, settings(2), Dictionaries.EMPTY)
            .build(empty, NOW, Progress.NONE);

    assertEquals(List.of(), store.verify(snapshot.id()));
    assertEquals(List.of(), storedItems(new SnapshotContents(snapshot)));
  }

  @Test
  void aCancelledBuildLeavesNothingAndTheNextOneWorks() {
    SnapshotStore store = new SnapshotStore(root);
    SnapshotBuilder builder = new SnapshotBuilder(store, settings(2), WORDS);
    List<String> stages = List.of("index", "choice");
    for (String stage : stages) {
      Progress cancel =
          (at, _) -> {
            if (at.equals(stage)) {
              throw new CancellationException("enough");
            }
          };

      assertThrows(
          CancellationException.class, () -> builder.build(corpus(200), NOW, cancel), stage);

      assertEquals(List.of(), store.list());
    }
    builder.build(corpus(10), NOW, Progress.NONE);
    assertEquals(1, store.list().size());
  }

  @Test
  void theDigestStandsForWhatChangesTheResult() {
    BuildSettings settings = settings(1);
    BuildSettings otherWeights =
        new BuildSettings(
            settings.index(),
            new EventWeights(0.2, 0.6, 0.5, 1.0, 0.7, 0.6, 1.0, 3.0, 3.0),
            settings.recipe());

    assertEquals(settings.digest(WORDS), settings(4).digest(WORDS));
    assertNotEquals(settings.digest(WORDS), settings.digest(Dictionaries.EMPTY));
    assertNotEquals(settings.digest(WORDS), otherWeights.digest(WORDS));
  }

  private static BuildSettings settings(int threads) {
    return new BuildSettings(
        IndexSettings.defaults().withThreads(threads),
        EventWeights.DEFAULTS,
        RecipeSettings.defaults().withThreads(1));
  }

  /** Items, and a few learners who like neighbouring ones; few, because each build trains. */
  private static Corpus corpus(int size) {
    List<Item> items = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(Items.course("c" + i, "机器学习第" + i + "讲"));
    }
    for (int user = 0; user < LEARNERS; user++) {
      for (int step = 0; step < 4; step++) {
        Instant at = NOW.minusSeconds(1_000L * (LEARNERS - user) + 10 - step);
        String item = "c" + (user + step) % size;
        events.add(Events.purchase("e" + user + "-" + step, "u" + user, item, at));
      }
    }
    return Corpus.of(items, events, List.of());
  }

  private static List<Item> storedItems(SnapshotContents contents) throws IOException {
    List<Item> items = new ArrayList<>();
    try (FSDirectory directory = FSDirectory.open(contents.lucene());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        items.add(
            ItemDocument.item(reader.storedFields().document(doc).getBinaryValue(Fields.ITEM)));
      }
    }
    return items;
  }

  private static int count(SnapshotContents contents, Term term) throws IOException {
    try (FSDirectory directory = FSDirectory.open(contents.lucene());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return new IndexSearcher(reader).count(new TermQuery(term));
    }
  }
}
