package io.zhixun.search.lexical;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.jsonl.JsonlReader;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.indexer.schema.Bm25Settings;
import io.zhixun.indexer.schema.Fields;
import io.zhixun.indexer.schema.ItemDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** An index of some items with the shipped settings and dictionaries. */
final class TestIndex implements AutoCloseable {
  static final ChineseAnalyzer ANALYZER =
      new ChineseAnalyzer(new Lexicon(Set.copyOf(Dictionaries.shipped().domainWords())));

  final LuceneIndex index;
  final Path lucene;
  private final List<Item> items;

  private TestIndex(LuceneIndex index, Path lucene, List<Item> items) {
    this.index = index;
    this.lucene = lucene;
    this.items = List.copyOf(items);
  }

  static TestIndex of(Path folder, List<Item> items) {
    Path lucene = folder.resolve("lucene");
    IndexWriterConfig config =
        new IndexWriterConfig(Fields.analyzer(ANALYZER))
            .setSimilarity(Fields.similarity(Bm25Settings.DEFAULTS));
    try (FSDirectory directory = FSDirectory.open(lucene);
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int row = 0; row < items.size(); row++) {
        writer.addDocument(ItemDocument.of(items.get(row), row, 0, ANALYZER));
      }
      writer.forceMerge(1);
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LuceneIndex index =
        LuceneIndex.open(
            new LuceneIndex.Source(lucene, ANALYZER, Bm25Settings.DEFAULTS, Dictionaries.shipped()),
            folder.resolve("live"),
            LexicalSettings.DEFAULTS);
    return new TestIndex(index, lucene, items);
  }

  /** Items of nothing but a title; their identifiers are the titles' places. */
  static TestIndex ofTitles(Path folder, String... titles) {
    List<Item> items = new ArrayList<>();
    for (int at = 0; at < titles.length; at++) {
      items.add(item("{'id':'t-%03d','format':'EBOOK','title':'%s'}".formatted(at, titles[at])));
    }
    return of(folder, items);
  }

  /** An item by its line, with single quotes for double ones. */
  static Item item(String line) {
    List<Item> read = new ArrayList<>();
    try {
      Path file = Files.createTempFile("item", ".jsonl");
      Files.writeString(file, line.replace('\'', '"'), StandardCharsets.UTF_8);
      JsonlReader.items()
          .read(
              file,
              read::add,
              problem -> {
                throw new IllegalArgumentException(problem.message());
              });
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.getFirst();
  }

  /** The published items that match, best first, ties by identifier. */
  List<Item> ranked(String query) {
    Matches found = index.search(query);
    return IntStream.range(0, found.size())
        .filter(i -> items.get(found.row(i)).status() == Item.Status.PUBLISHED)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> -found.score(i))
                .thenComparing(
                    i -> items.get(found.row(i)).id(), Comparator.comparing(ItemId::value)))
        .map(i -> items.get(found.row(i)))
        .toList();
  }

  List<String> titles(String query) {
    return ranked(query).stream().map(item -> item.text().title()).toList();
  }

  /** What is marked in a text of some fields, with brackets around it. */
  String marked(String query, Item item, String field) {
    return index.highlighter(query).of(item).stream()
        .filter(highlight -> highlight.field().equals(field))
        .map(TestIndex::bracketed)
        .findFirst()
        .orElse("");
  }

  private static String bracketed(Highlight highlight) {
    StringBuilder text = new StringBuilder(highlight.text());
    for (Highlight.Span span : highlight.spans().reversed()) {
      text.insert(span.end(), ']').insert(span.start(), '[');
    }
    return text.toString();
  }

  @Override
  public void close() {
    index.close();
  }
}
