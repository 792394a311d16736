package io.zhixun.search.lexical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;

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

  IndexReader snapshot() {
    return snapshot;
  }

  /** The statistics of a field; empty when the snapshot has nothing in it. */
  Optional<CollectionStatistics> collection(String field) {
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

  /** Whether a reader's segments are the snapshot's, so that its own frequencies are the frozen. */
  boolean isUnchanged(IndexReader live) {
    List<LeafReaderContext> now = live.leaves();
    List<LeafReaderContext> then = snapshot.leaves();
    if (now.size() != then.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      boolean same =
          now.get(i).reader() instanceof SegmentReader one
              && then.get(i).reader() instanceof SegmentReader other
              && Arrays.equals(
                  one.getSegmentInfo().info.getId(), other.getSegmentInfo().info.getId());
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
