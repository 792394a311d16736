package io.zhixun.search.lexical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;

/**
 * The document and collection frequencies of a snapshot, used for scoring as long as it is served.
 *
 * <p>Live frequencies count deleted documents until a merge drops them, so that a score would
 * depend on merges, restarts and replicas. A term that the snapshot does not know counts as
 * occurring in one document: its live frequency would drift in the same way.
 */
final class FrozenStatistics {
  private final IndexReader snapshot;
  private final IndexSearcher statistics;
  private final Map<String, Optional<CollectionStatistics>> collections = new ConcurrentHashMap<>();

  FrozenStatistics(IndexReader snapshot) {
    this.snapshot = snapshot;
    this.statistics = new IndexSearcher(snapshot);
  }

  /** A searcher over a live reader that scores by the snapshot's statistics. */
  IndexSearcher over(IndexReader live) {
    IndexSearcher searcher = new Searcher(live);
    searcher.setQueryCache(
        null); // queries differ by learner's wording; a cache would only hold memory
    return searcher;
  }

  private Optional<CollectionStatistics> collection(String field) {
    return collections.computeIfAbsent(
        field,
        name -> {
          try {
            return Optional.ofNullable(statistics.collectionStatistics(name));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private final class Searcher extends IndexSearcher {
    Searcher(IndexReader reader) {
      super(reader);
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
      Optional<CollectionStatistics> frozen = collection(field);
      return frozen.isPresent() ? frozen.get() : super.collectionStatistics(field);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
        throws IOException {
      if (collection(term.field()).isEmpty()) {
        return super.termStatistics(term, docFreq, totalTermFreq);
      }
      int frozen = snapshot.docFreq(term);
      return frozen == 0
          ? new TermStatistics(term.bytes(), 1, 1)
          : new TermStatistics(term.bytes(), frozen, snapshot.totalTermFreq(term));
    }
  }
}
