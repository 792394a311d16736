package io.zhixun.search.lexical;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.dataset.Dataset;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.indexer.schema.Bm25Settings;
import io.zhixun.indexer.schema.Fields;
import io.zhixun.indexer.schema.ItemDocument;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.suggest.Catalogue;
import io.zhixun.search.suggest.QueryBook;
import io.zhixun.search.suggest.SuggestSettings;
import io.zhixun.search.suggest.Suggester;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * What our index and our search cost beside plain Lucene with smartcn alone, and what suggestions
 * cost: CPU time of one thread, the ways of each query one after the other. A program and no test;
 * arguments: a catalogue file, a file of queries (kind, text), an empty folder, and the number of
 * measured rounds.
 */
final class LexicalMeasurement {
  private static final List<String> WAYS =
      List.of("plain, ten best", "plain, exact total", "ours", "suggest");

  private final List<Item> items = new ArrayList<>();
  private final Dictionaries dictionaries = Dictionaries.shipped();
  private final ChineseAnalyzer analyzer =
      new ChineseAnalyzer(new Lexicon(Set.copyOf(dictionaries.domainWords())));

  public static void main(String[] args) throws Exception {
    LexicalMeasurement measurement = new LexicalMeasurement();
    Dataset.catalogue(Path.of(args[0])).read(measurement.items::add, _ -> {}, _ -> {}, _ -> {});
    Path plain = Path.of(args[2], "plain");
    Path ours = Path.of(args[2], "ours");
    measurement.index("plain", plain, measurement::plainDocument, new SmartChineseAnalyzer());
    measurement.index(
        "ours", ours, measurement::ourDocument, Fields.analyzer(measurement.analyzer));
    List<String[]> queries =
        Files.readAllLines(Path.of(args[1])).stream().map(line -> line.split("\t", -1)).toList();
    measurement.search(plain, ours, queries, Integer.parseInt(args[3]));
  }

  private interface Documents {
    Document of(Item item, int row);
  }

  private Document plainDocument(Item item, int row) {
    Item.Text text = item.text();
    Document document = new Document();
    Stream.of(
            List.of(text.title()),
            text.subtitle().stream().toList(),
            text.summary().stream().toList(),
            text.outline(),
            text.authors(),
            text.category(),
            text.tags())
        .flatMap(List::stream)
        .forEach(value -> document.add(new TextField("text", value, Field.Store.NO)));
    return document;
  }

  private Document ourDocument(Item item, int row) {
    return ItemDocument.of(item, row, 0, analyzer);
  }

  private void index(String name, Path folder, Documents documents, Analyzer how)
      throws IOException {
    long start = cpu();
    IndexWriterConfig config = new IndexWriterConfig(how).setRAMBufferSizeMB(256);
    if (name.equals("ours")) {
      config.setSimilarity(Fields.similarity(Bm25Settings.DEFAULTS));
    }
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int row = 0; row < items.size(); row++) {
        writer.addDocument(documents.of(items.get(row), row));
      }
      writer.forceMerge(1);
      writer.commit();
    }
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      System.out.printf(
          "index %-5s %d documents, %.1f s CPU of the calling thread, %.1f MB%n",
          name, items.size(), (cpu() - start) / 1e9, bytes / 1e6);
    }
  }

  private void search(Path plain, Path ours, List<String[]> queries, int rounds) throws Exception {
    QueryBuilder builder = new QueryBuilder(new SmartChineseAnalyzer());
    Suggester suggester = suggester();
    LuceneIndex.Source source =
        new LuceneIndex.Source(ours, analyzer, Bm25Settings.DEFAULTS, dictionaries);
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(plain));
        LuceneIndex index =
            LuceneIndex.open(source, ours.resolveSibling("live"), LexicalSettings.DEFAULTS)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      Map<String, double[]> sums = new TreeMap<>();
      for (int round = 0; round <= rounds; round++) {
        if (round == 1) {
          sums.clear(); // the first one warmed up
        }
        for (String[] query : queries) {
          double[] sum = sums.computeIfAbsent(query[0], _ -> new double[WAYS.size() + 2]);
          for (int way = 0; way < WAYS.size(); way++) {
            long start = cpu();
            int found = ask(way, query[1], new Tools(searcher, builder, index, suggester));
            sum[way] += cpu() - start;
            sum[WAYS.size()] += way == 2 ? found : 0;
          }
          sum[WAYS.size() + 1]++;
        }
      }
      print(sums);
    }
  }

  private Suggester suggester() {
    List<ItemFacts> facts = new ArrayList<>();
    for (int row = 0; row < items.size(); row++) {
      facts.add(ItemFacts.of(items.get(row), row));
    }
    QueryBook nothingAsked =
        new QueryBook(5, Duration.ofDays(1), UnaryOperator.identity(), _ -> 0, List.of());
    Suggester suggester =
        new Suggester(
            new Everything(facts), analyzer, SuggestSettings.DEFAULTS, nothingAsked, List.of());
    suggester.build();
    return suggester;
  }

  private record Everything(List<ItemFacts> all) implements Catalogue {
    @Override
    public Optional<ItemFacts> at(int row) {
      return Optional.of(all.get(row));
    }

    @Override
    public double popularity(ItemFacts item) {
      return item.reception().ratingCount().orElse(0) / 1e6;
    }
  }

  private record Tools(
      IndexSearcher searcher, QueryBuilder builder, LuceneIndex index, Suggester suggester) {}

  private static int ask(int way, String text, Tools tools) throws IOException {
    if (way == 2) {
      return tools.index().search(text).size();
    }
    if (way == 3) {
      return tools
          .suggester()
          .suggest(text, new Suggester.Asker(List.of(), _ -> true), 8, Instant.EPOCH)
          .size();
    }
    Query query = tools.builder().createBooleanQuery("text", text);
    if (query == null) {
      return 0;
    }
    return way == 0
        ? tools.searcher().search(query, 10).scoreDocs.length
        : tools
            .searcher()
            .search(query, new TopScoreDocCollectorManager(10, Integer.MAX_VALUE))
            .scoreDocs
            .length;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(Map<String, double[]> sums) {
    System.out.println("kind, queries, " + String.join(", ", WAYS) + " (ms), matches of ours");
    sums.forEach(
        (kind, sum) -> {
          double count = sum[WAYS.size() + 1];
          System.out.printf(
              "%-12s %7.0f  %.4f  %.4f  %.4f  %.4f  %.0f%n",
              kind,
              count,
              sum[0] / count / 1e6,
              sum[1] / count / 1e6,
              sum[2] / count / 1e6,
              sum[3] / count / 1e6,
              sum[WAYS.size()] / count);
        });
  }
}
