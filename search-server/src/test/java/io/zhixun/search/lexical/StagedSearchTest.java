package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.sample.SampleCatalogue;
import io.zhixun.indexer.schema.Bm25Settings;
import io.zhixun.indexer.schema.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own evaluation finds the documents and gives the scores that Lucene's queries would. */
class StagedSearchTest {
  private static final long SEED = Long.getLong("zhixun.seed", 20_261_124L);
  private static final int QUERIES = 400;

  @TempDir private static Path folder;
  private static List<Item> items;
  private static TestIndex index;
  private static DirectoryReader reader;
  private static IndexSearcher oracle;
  private static QueryPlanner planner;
  private static List<Segment> segments;

  @BeforeAll
  static void open() throws IOException {
    items = SampleCatalogue.items();
    index = TestIndex.of(folder, items);
    reader = DirectoryReader.open(FSDirectory.open(index.lucene));
    oracle = new IndexSearcher(reader);
    oracle.setSimilarity(new SharedIdf(reader, Bm25Settings.DEFAULTS));
    planner =
        new QueryPlanner(
            TestIndex.ANALYZER,
            new Vocabulary(Dictionaries.shipped(), TestIndex.ANALYZER),
            LexicalSettings.DEFAULTS);
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    index.close();
  }

  private static void freshSegments() {
    FrozenStatistics frozen = new FrozenStatistics(reader);
    TermLookup terms = new TermLookup(reader, frozen);
    Bm25 bm25 = new Bm25(frozen, Fields.similarity(Bm25Settings.DEFAULTS));
    Columns columns = new Columns();
    segments =
        reader.leaves().stream().map(leaf -> new Segment(leaf, terms, bm25, columns)).toList();
  }

  @Test
  void eachStageScoresAsLuceneDoes() throws IOException {
    Random random = new Random(SEED);
    int compared = 0;
    for (int i = 0; i < QUERIES; i++) {
      String query = query(random);
      QueryPlan plan = planner.plan(query);
      freshSegments();
      List<TextQuery> stages =
          List.of(plan.title(), plan.literal(), plan.partial().get(), plan.guess().get().query());
      for (TextQuery stage : stages) {
        compared += assertSame(stage, "-Dzhixun.seed=" + SEED + ": " + query);
      }
    }
    assertTrue(compared > 5 * QUERIES, "too few documents compared: " + compared);
  }

  private static int assertSame(TextQuery stage, String message) throws IOException {
    ScoreDoc[] expected = oracle.search(LuceneOracle.render(stage), items.size()).scoreDocs;
    Arrays.sort(expected, (one, other) -> Integer.compare(one.doc, other.doc));
    int[] docs = new SegmentMatcher(segments.getFirst()).matching(stage);
    float[] scores = new SegmentScorer(segments.getFirst(), docs).scores(stage);

    assertArrayEquals(Arrays.stream(expected).mapToInt(hit -> hit.doc).toArray(), docs, message);
    for (int at = 0; at < docs.length; at++) {
      assertEquals(expected[at].score, scores[at], 1e-4 * (1 + expected[at].score), message);
    }
    return docs.length;
  }

  /** A piece of a title or a summary, sometimes two, sometimes with a slip or an operator. */
  private static String query(Random random) {
    StringBuilder query = new StringBuilder(piece(random));
    switch (random.nextInt(6)) {
      case 0 -> query.append(' ').append(piece(random));
      case 1 -> query.setCharAt(random.nextInt(query.length()), '的');
      case 2 -> query.append(" -").append(piece(random));
      case 3 -> query.insert(0, "标题:");
      case 4 -> query.insert(0, "为什么");
      default -> {}
    }
    return query.toString();
  }

  private static String piece(Random random) {
    Item.Text text = items.get(random.nextInt(items.size())).text();
    List<String> texts = new ArrayList<>(List.of(text.title()));
    text.summary().ifPresent(texts::add);
    texts.addAll(text.authors());
    String from = texts.get(random.nextInt(texts.size()));
    int start = random.nextInt(from.length());
    return from.substring(start, Math.min(from.length(), start + 1 + random.nextInt(10)));
  }

  @Test
  void editsAreFoundAndDoNotMoveTheScoresOfOthers(@TempDir Path own) {
    try (TestIndex edited = TestIndex.ofTitles(own, "机器学习入门", "机器人的学习", "线性代数")) {
      float before = score(edited, "机器学习", 0);
      for (int row = 3; row < 40; row++) {
        edited.index.put(
            TestIndex.item(
                "{'id':'n-%d','format':'EBOOK','title':'机器学习第 %d 册'}".formatted(row, row)),
            row);
      }
      edited.index.remove(TestIndex.item("{'id':'t-001','format':'EBOOK','title':'x'}").id());
      edited.index.refresh();

      Matches found = edited.index.search("机器学习");
      assertEquals(38, found.size());
      assertTrue(score(edited, "机器学习", 0) > 0 && before > 0);
      assertEquals(1, edited.index.search("线性代数").size());
    }
  }

  private static float score(TestIndex index, String query, int row) {
    Matches found = index.index.search(query);
    for (int i = 0; i < found.size(); i++) {
      if (found.row(i) == row) {
        return found.score(i);
      }
    }
    return Float.NaN;
  }
}
