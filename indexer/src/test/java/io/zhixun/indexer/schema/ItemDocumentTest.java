package io.zhixun.indexer.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.indexer.Items;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Lexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemDocumentTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final ChineseAnalyzer analyzer = new ChineseAnalyzer(Lexicon.EMPTY);
  private final Directory directory = new ByteBuffersDirectory();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  @Test
  void theWholeItemComesBack() throws IOException {
    Item item =
        Items.of(
            """
            {'id':'c-1024','format':'COURSE','title':'机器学习入门','subtitle':'写给第一次写模型的人',
             'summary':'……','outline':['为什么要学','线性回归'],'authors':['周行'],
             'category':['编程','人工智能'],'tags':['机器学习','Python'],'level':'BEGINNER',
             'access':'PURCHASE','priceFen':19900,'listPriceFen':29900,
             'earlyBird':{'priceFen':14900,'until':'2026-12-31T16:00:00Z'},
             'published':'2026-03-01T00:00:00Z','length':{'minutes':960,'lessons':42},'rating':4.7,
             'ratingCount':1280,'prerequisites':['c-0101'],'workId':'w-88'}
            """);

    IndexSearcher searcher = index(item);

    BytesRef stored = searcher.storedFields().document(0).getBinaryValue(Fields.ITEM);
    assertEquals(item, ItemDocument.item(stored));
    assertEquals(0, numeric(searcher, Fields.ROW, 0));
  }

  @Test
  void somethingElseThanACatalogueLineIsADamagedIndex() {
    assertThrows(UncheckedIOException.class, () -> ItemDocument.item(new BytesRef("{}")));
    assertThrows(UncheckedIOException.class, () -> ItemDocument.item(new BytesRef("[")));
  }

  @Test
  void anExactTitleIsFoundInAnySpelling() throws IOException {
    IndexSearcher searcher = index(Items.course("a", "深入理解  Java"), Items.course("b", "Java"));

    String exact = analyzer.exact(" 深入理解 ＪＡＶＡ ");

    assertEquals(List.of("a"), found(searcher, new TermQuery(new Term(Fields.EXACT_TITLE, exact))));
  }

  @Test
  void aPhraseDoesNotReachFromOneChapterIntoTheNext() throws IOException {
    IndexSearcher searcher =
        index(
            Items.of("{'id':'a','format':'EBOOK','title':'t','outline':['线性','回归']}"),
            Items.of("{'id':'b','format':'EBOOK','title':'t','outline':['线性回归']}"));
    String field = TextField.OUTLINE.in(Granularity.WORDS);

    assertEquals(List.of("b"), found(searcher, new PhraseQuery(field, "线性", "回归")));
  }

  @Test
  void soundsAreFoundAsPhrasesAndPairs() throws IOException {
    IndexSearcher searcher = index(Items.course("a", "辣味江湖"), Items.course("b", "江湖辣味"));

    Query phrase = new PhraseQuery(TextField.TITLE.in(Granularity.PINYIN), "wei", "jiang", "hu");
    Query initials = new PhraseQuery(TextField.TITLE.in(Granularity.INITIALS), "^l", "lw", "wj");
    Query pair = new TermQuery(new Term(TextField.TITLE.in(Granularity.PINYIN_PAIRS), "jiang'hu"));

    assertEquals(List.of("a"), found(searcher, phrase));
    assertEquals(List.of("a"), found(searcher, initials));
    assertEquals(List.of("a", "b"), found(searcher, pair));
  }

  @Test
  void hiddenAreDraftsAndWhatAppearsLater() throws IOException {
    IndexSearcher searcher =
        index(
            Items.of("{'id':'draft','format':'COURSE','title':'t','status':'DRAFT'}"),
            Items.of("{'id':'gone','format':'COURSE','title':'t','status':'WITHDRAWN'}"),
            Items.of("{'id':'now','format':'COURSE','title':'t','published':'" + NOW + "'}"),
            Items.of(
                "{'id':'soon','format':'COURSE','title':'t','published':'2026-11-24T10:00:00.001Z'}"),
            Items.course("undated", "t"));

    assertEquals(List.of("now", "undated"), visible(searcher, NOW));
    assertEquals(List.of("now", "soon", "undated"), visible(searcher, NOW.plusMillis(1)));
    assertEquals(List.of("undated"), visible(searcher, NOW.minusMillis(1)));
  }

  @Test
  void sortingByPriceFollowsTheClockAndNotTheIndex() throws IOException {
    IndexSearcher searcher =
        index(
            Items.of(
                """
                {'id':'early','format':'COURSE','title':'t','access':'PURCHASE','priceFen':300,
                 'earlyBird':{'priceFen':100,'until':'2026-11-24T10:00:00Z'}}
                """),
            Items.of(
                "{'id':'plain','format':'COURSE','title':'t','access':'PURCHASE','priceFen':200}"),
            Items.course("free", "t"));

    assertEquals(List.of("free", "early", "plain"), byPrice(searcher, NOW.minusMillis(1)));
    assertEquals(List.of("free", "plain", "early"), byPrice(searcher, NOW));
  }

  @Test
  void facetsHoldEachLevelOfACategoryOnce() throws IOException {
    IndexSearcher searcher =
        index(
            Items.of(
                """
                {'id':'a','format':'VIDEO','title':'t','category':['编程','人工智能'],
                 'tags':['Python'],'authors':['周行'],'level':'ADVANCED'}
                """));

    assertEquals(List.of("人工智能", "编程"), facet(searcher, FacetField.CATEGORY));
    assertEquals(List.of("VIDEO"), facet(searcher, FacetField.FORMAT));
    assertEquals(List.of("ADVANCED"), facet(searcher, FacetField.LEVEL));
    assertEquals(List.of("FREE"), facet(searcher, FacetField.ACCESS));
    assertEquals(List.of("zh"), facet(searcher, FacetField.LANGUAGE));
    assertEquals(List.of("Python"), facet(searcher, FacetField.TAG));
    assertEquals(List.of("周行"), facet(searcher, FacetField.AUTHOR));
    assertEquals(
        List.of("a"), found(searcher, new TermQuery(new Term(FacetField.TAG.label(), "Python"))));
  }

  @Test
  void everyWordIsFoundAnywhereTooButNotAsAPhrase() throws IOException {
    IndexSearcher searcher =
        index(
            Items.of("{'id':'a','format':'VIDEO','title':'历史','tags':['Python'],'summary':'一本书'}"));
    String anywhere = TextField.ANYWHERE.in(Granularity.WORDS);

    for (String word : List.of("历史", "python", "书")) {
      assertEquals(List.of("a"), found(searcher, new TermQuery(new Term(anywhere, word))));
    }
    LeafReader leaf = searcher.getIndexReader().leaves().getFirst().reader();
    assertEquals(
        IndexOptions.DOCS_AND_FREQS, leaf.getFieldInfos().fieldInfo(anywhere).getIndexOptions());
  }

  @Test
  void theTitleIsFoundInItsExactFormAndReadBackAsItIsWritten() throws IOException {
    IndexSearcher searcher = index(Items.course("a", "ＣＡＦÉ  歷史"));
    LeafReader leaf = searcher.getIndexReader().leaves().getFirst().reader();

    BinaryDocValues titles = leaf.getBinaryDocValues(Fields.EXACT_TITLE);

    titles.nextDoc();
    assertEquals("ＣＡＦÉ  歷史", titles.binaryValue().utf8ToString());
    Term exact = new Term(Fields.EXACT_TITLE, "cafe 历史");
    assertEquals(List.of("a"), found(searcher, new TermQuery(exact)));
  }

  @Test
  void alternativesAtOnePositionDoNotMakeATextLonger() throws IOException {
    IndexSearcher searcher = index(Items.course("a", "Node.js"), Items.course("b", "实战 入门"));
    LeafReader leaf = searcher.getIndexReader().leaves().getFirst().reader();
    NumericDocValues lengths = leaf.getNormValues(TextField.TITLE.in(Granularity.WORDS));

    lengths.nextDoc();
    long first = lengths.longValue();
    lengths.nextDoc();
    assertEquals(lengths.longValue(), first);
  }

  @Test
  void aFieldIsNotAskedForInAGranularityItDoesNotHave() {
    assertEquals("title.words", TextField.TITLE.in(Granularity.WORDS));
    assertThrows(IllegalArgumentException.class, () -> TextField.SUMMARY.in(Granularity.INITIALS));
    assertTrue(TextField.of("title").isPresent());
    assertTrue(TextField.of("Title").isEmpty());
  }

  private IndexSearcher index(Item... items) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(Fields.analyzer(analyzer))
            .setSimilarity(Fields.similarity(Bm25Settings.DEFAULTS));
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int row = 0; row < items.length; row++) {
        writer.addDocument(ItemDocument.of(items[row], row, row, analyzer));
      }
    }
    DirectoryReader reader = DirectoryReader.open(directory);
    opened.add(reader);
    return new IndexSearcher(reader);
  }

  private static List<String> found(IndexSearcher searcher, Query query) throws IOException {
    return ids(searcher, query, new Sort(new SortField(Fields.ID, SortField.Type.STRING)));
  }

  private static List<String> visible(IndexSearcher searcher, Instant now) throws IOException {
    return found(
        searcher,
        new BooleanQuery.Builder()
            .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
            .add(Fields.hiddenAt(now), Occur.MUST_NOT)
            .build());
  }

  private static List<String> byPrice(IndexSearcher searcher, Instant now) throws IOException {
    SortField price = Fields.priceAt(now).getSortField(false);
    return ids(searcher, MatchAllDocsQuery.INSTANCE, new Sort(price).rewrite(searcher));
  }

  private static List<String> ids(IndexSearcher searcher, Query query, Sort sort)
      throws IOException {
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, 100, sort).scoreDocs) {
      ids.add(searcher.storedFields().document(hit.doc).get(Fields.ID));
    }
    return ids;
  }

  private static List<String> facet(IndexSearcher searcher, FacetField field) throws IOException {
    LeafReader leaf = searcher.getIndexReader().leaves().getFirst().reader();
    SortedSetDocValues values = DocValues.getSortedSet(leaf, field.label());
    List<String> found = new ArrayList<>();
    if (values.advanceExact(0)) {
      for (int i = 0; i < values.docValueCount(); i++) {
        found.add(values.lookupOrd(values.nextOrd()).utf8ToString());
      }
    }
    return found;
  }

  private static long numeric(IndexSearcher searcher, String field, int doc) throws IOException {
    LeafReader leaf = searcher.getIndexReader().leaves().getFirst().reader();
    NumericDocValues values = DocValues.getNumeric(leaf, field);
    assertTrue(values.advanceExact(doc));
    return values.longValue();
  }
}
