package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.sample.SampleCatalogue;
import io.zhixun.indexer.schema.TextField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The sample's judged queries: nDCG@10 by kind, beside plain BM25 over smartcn's words. */
class JudgedQueriesTest {
  private static final int CUT = 10;

  /** What each kind of query must reach; a change that falls below has broken something. */
  private static final Map<String, Double> FLOORS =
      Map.ofEntries(
          Map.entry("author", 0.97),
          Map.entry("goal", 0.81),
          Map.entry("half-title", 0.94),
          Map.entry("homophone", 0.90),
          Map.entry("initials", 0.68),
          Map.entry("mixed", 0.88),
          Map.entry("navigational", 0.91),
          Map.entry("one-character", 0.87),
          Map.entry("pinyin", 0.88),
          Map.entry("question", 0.72),
          Map.entry("topical", 0.81),
          Map.entry("traditional", 0.89),
          Map.entry("typo", 0.93));

  private record Judged(String id, String text, String kind) {}

  /** Sums of two rankings' values over queries. */
  private static final class Sums {
    int queries;
    double ours;
    double plain;
  }

  private interface Ranking {
    List<String> best(String query) throws IOException;
  }

  @Test
  void everyKindReachesItsFloorAndAllBeatPlainWords(@TempDir Path folder) throws IOException {
    List<Item> items = SampleCatalogue.items();
    Map<String, Map<String, Integer>> judgements = judgements();
    Map<String, Sums> kinds = new TreeMap<>();
    Sums all = new Sums();
    try (TestIndex index = TestIndex.of(folder, items);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        SmartChineseAnalyzer smartcn = new SmartChineseAnalyzer()) {
      Ranking plain = plain(directory, smartcn, items);
      Ranking ours =
          query -> index.ranked(query).stream().limit(CUT).map(item -> item.id().value()).toList();

      for (Judged query : queries()) {
        Map<String, Integer> grades = judgements.get(query.id());
        for (Sums sums : List.of(all, kinds.computeIfAbsent(query.kind(), _ -> new Sums()))) {
          sums.queries++;
          sums.ours += ndcg(ours.best(query.text()), grades);
          sums.plain += ndcg(plain.best(query.text()), grades);
        }
      }
    }

    List<Executable> checks = new ArrayList<>();
    StringBuilder table = new StringBuilder("\nkind           queries   ours  plain  floor\n");
    kinds.forEach(
        (kind, sums) -> {
          double floor = FLOORS.get(kind);
          table.append(row(kind, sums, floor));
          checks.add(() -> assertTrue(sums.ours / sums.queries >= floor, kind + table));
        });
    double better = all.plain / all.queries + 0.05;
    table.append(row("all", all, better));
    checks.add(() -> assertTrue(all.ours / all.queries >= better, "all" + table));
    System.out.println(table);
    assertAll(checks);
  }

  private static String row(String kind, Sums sums, double floor) {
    return "%-14s %7d  %.3f  %.3f  %.3f%n"
        .formatted(kind, sums.queries, sums.ours / sums.queries, sums.plain / sums.queries, floor);
  }

  private static Ranking plain(
      ByteBuffersDirectory directory, SmartChineseAnalyzer smartcn, List<Item> items)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(smartcn))) {
      for (Item item : items) {
        if (item.status() == Item.Status.PUBLISHED) {
          Document document = new Document();
          document.add(new StringField("id", item.id().value(), Store.YES));
          String text = String.join("\n", TextField.ANYWHERE.values(item));
          document.add(new org.apache.lucene.document.TextField("text", text, Store.NO));
          writer.addDocument(document);
        }
      }
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    QueryBuilder builder = new QueryBuilder(smartcn);
    return text -> {
      Query query = builder.createBooleanQuery("text", text);
      List<String> ids = new ArrayList<>();
      if (query != null) {
        for (ScoreDoc found : searcher.search(query, CUT).scoreDocs) {
          ids.add(searcher.storedFields().document(found.doc).get("id"));
        }
      }
      return ids;
    };
  }

  private static double ndcg(List<String> found, Map<String, Integer> grades) {
    List<Integer> gained = found.stream().map(id -> grades.getOrDefault(id, 0)).toList();
    List<Integer> ideal = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
    return dcg(gained) / dcg(ideal);
  }

  private static double dcg(List<Integer> grades) {
    double sum = 0;
    for (int rank = 0; rank < Math.min(CUT, grades.size()); rank++) {
      sum += (Math.pow(2, grades.get(rank)) - 1) * Math.log(2) / Math.log(rank + 2.0);
    }
    return sum;
  }

  private static List<Judged> queries() throws IOException {
    return rows("queries.tsv").stream().map(row -> new Judged(row[0], row[1], row[2])).toList();
  }

  private static Map<String, Map<String, Integer>> judgements() throws IOException {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    for (String[] row : rows("qrels.tsv")) {
      grades.computeIfAbsent(row[0], _ -> new HashMap<>()).put(row[2], Integer.parseInt(row[3]));
    }
    return grades;
  }

  private static List<String[]> rows(String file) throws IOException {
    try (var in = SampleCatalogue.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split("\t", -1)).toList();
    }
  }
}
