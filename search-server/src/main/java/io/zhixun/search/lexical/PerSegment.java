package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * What was read of each segment. One never changes, deletions apart, so what is read of it once is
 * kept until it is gone. Safe for many threads.
 */
final class PerSegment<T> {
  private final Reading<T> reading;
  private final ConcurrentMap<IndexReader.CacheKey, T> known = new ConcurrentHashMap<>();

  /** Reads what is kept of a segment. */
  interface Reading<T> {
    T of(LeafReader reader) throws IOException;
  }

  PerSegment(Reading<T> reading) {
    this.reading = reading;
  }

  T of(LeafReader reader) throws IOException {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    T there = known.get(helper.getKey());
    if (there != null) {
      return there;
    }
    T read = reading.of(reader);
    T earlier = known.putIfAbsent(helper.getKey(), read);
    if (earlier == null) {
      helper.addClosedListener(known::remove);
    }
    return earlier == null ? read : earlier;
  }
}
