package io.zhixun.search.lexical;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.schema.Bm25Settings;
import io.zhixun.indexer.schema.Fields;
import io.zhixun.indexer.schema.ItemDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOUtils;

/**
 * A snapshot's Lucene index, taken over for serving: a throw-away working copy by hard links with
 * one writer on it that never commits and one near-real-time reader, scored by the snapshot's
 * frozen statistics. The snapshot itself is never written.
 */
public final class LuceneIndex implements LexicalIndex {
  private final LexicalSettings settings;
  private volatile QueryPlanner planner;
  private final WorkingCopy copy;
  private final Directory snapshot;
  private final DirectoryReader frozen;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Evaluation evaluation;
  private final ChineseAnalyzer analyzer;

  /** What of a snapshot an index is opened on. */
  public record Source(
      Path lucene, ChineseAnalyzer analyzer, Bm25Settings bm25, Dictionaries words) {}

  private LuceneIndex(Source source, Path liveRoot, LexicalSettings settings) throws IOException {
    this.settings = settings;
    this.analyzer = source.analyzer();
    this.planner = planner(source.words(), analyzer, settings);
    Similarity similarity = Fields.similarity(source.bm25());
    this.snapshot = FSDirectory.open(source.lucene());
    this.frozen = DirectoryReader.open(snapshot);
    this.copy = WorkingCopy.of(source.lucene(), liveRoot);
    IndexWriterConfig config =
        new IndexWriterConfig(Fields.analyzer(analyzer))
            .setOpenMode(OpenMode.APPEND)
            .setSimilarity(similarity)
            .setCommitOnClose(false);
    this.writer = new IndexWriter(copy.directory(), config);
    FrozenStatistics statistics = new FrozenStatistics(frozen);
    this.evaluation = new Evaluation(settings, statistics, new Bm25(statistics, similarity));
    this.searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /**
   * Opens a snapshot's index for serving.
   *
   * @param liveRoot folder that working copies are made in; on the snapshot's file system they cost
   *     no space
   */
  public static LuceneIndex open(Source source, Path liveRoot, LexicalSettings settings) {
    try {
      return new LuceneIndex(source, liveRoot, settings);
    } catch (IOException e) {
      throw new IndexFailure(
          IndexFailure.Code.OPEN, "cannot open a working copy of " + source.lucene(), e);
    }
  }

  /** Removes what processes that were killed have left in the folder of working copies. */
  public static void clean(Path liveRoot) {
    try {
      WorkingCopy.clean(liveRoot);
    } catch (IOException e) {
      throw new IndexFailure(IndexFailure.Code.OPEN, "cannot look into " + liveRoot, e);
    }
  }

  private static QueryPlanner planner(
      Dictionaries words, ChineseAnalyzer analyzer, LexicalSettings settings) {
    return new QueryPlanner(analyzer, new Vocabulary(words, analyzer), settings);
  }

  @Override
  public List<String> words(String text) {
    return words(analyzer, text);
  }

  @Override
  public List<String> wordsKnowing(String word, String text) {
    return words(analyzer.knowing(word), text);
  }

  private static List<String> words(ChineseAnalyzer analyzer, String text) {
    return analyzer.tokens(Granularity.WORDS, text).stream()
        .map(token -> text.substring(token.start(), token.end()))
        .distinct()
        .toList();
  }

  @Override
  public void readBy(Dictionaries words) {
    planner = planner(words, analyzer, settings);
  }

  @Override
  public LexicalIndex reading(Dictionaries words) {
    return new OtherReading(this, planner(words, analyzer, settings));
  }

  @Override
  public Matches search(String query) {
    return searchAll(planner, query);
  }

  @Override
  public Matches search(String query, int[] rows) {
    return searchAmong(planner, query, rows);
  }

  @Override
  public Matches search(String query, ItemId item) {
    return searchOf(planner, query, item);
  }

  Matches searchAll(QueryPlanner reading, String query) {
    return searching(s -> evaluation.ofAll(s.getIndexReader(), reading, query));
  }

  Matches searchAmong(QueryPlanner reading, String query, int[] rows) {
    return searching(s -> evaluation.ofRows(s.getIndexReader(), reading, query, rows));
  }

  Matches searchOf(QueryPlanner reading, String query, ItemId item) {
    return searching(s -> evaluation.ofItem(s.getIndexReader(), reading, query, item));
  }

  @Override
  public Optional<Item> item(ItemId id) {
    return searching(
        searcher -> {
          var found = searcher.search(new TermQuery(Fields.idTerm(id.value())), 1);
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(
                  ItemDocument.item(
                      searcher
                          .storedFields()
                          .document(found.scoreDocs[0].doc, Set.of(Fields.ITEM))
                          .getBinaryValue(Fields.ITEM)));
        });
  }

  @Override
  public void forEachItem(ObjIntConsumer<Item> taker) {
    searching(
        searcher -> {
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            StoredFields stored = leaf.reader().storedFields();
            NumericDocValues rows = DocValues.getNumeric(leaf.reader(), Fields.ROW);
            Bits alive = leaf.reader().getLiveDocs();
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
              if ((alive == null || alive.get(doc)) && rows.advanceExact(doc)) {
                Item item =
                    ItemDocument.item(
                        stored.document(doc, Set.of(Fields.ITEM)).getBinaryValue(Fields.ITEM));
                taker.accept(item, (int) rows.longValue());
              }
            }
          }
          return true;
        });
  }

  private <T> T searching(Search<T> search) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new IndexFailure(IndexFailure.Code.SEARCH, "cannot search the working copy", e);
    }
  }

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  @Override
  public void put(Item item, int row) {
    editing(
        () ->
            writer.updateDocument(
                Fields.idTerm(item.id().value()), ItemDocument.of(item, row, 0, analyzer)));
  }

  @Override
  public void remove(ItemId id) {
    editing(() -> writer.deleteDocuments(Fields.idTerm(id.value())));
  }

  @Override
  public void refresh() {
    editing(searchers::maybeRefreshBlocking);
  }

  private static void editing(Edit edit) {
    try {
      edit.run();
    } catch (IOException e) {
      throw new IndexFailure(IndexFailure.Code.EDIT, "cannot edit the working copy", e);
    } catch (AlreadyClosedException e) { // an earlier failure, as of a merge, has ended the writer
      throw new IndexFailure(
          IndexFailure.Code.EDIT, "the working copy takes no edits any more", new IOException(e));
    }
  }

  private interface Edit {
    void run() throws IOException;
  }

  @Override
  public Highlighter highlighter(String query) {
    return planner.highlighter(query);
  }

  /** Ends it, whatever state it is in: nothing of a working copy is needed any more. */
  @Override
  public void close() {
    IOUtils.closeWhileHandlingException(searchers, writer::rollback, frozen, snapshot, copy::close);
  }
}
