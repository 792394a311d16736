package io.zhixun.search.lexical;

import io.zhixun.indexer.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;

/**
 * Where the items of some rows lie in a segment. A segment never changes, deletions apart, so what
 * is read of it once is kept until it is gone: eight bytes a document. Safe for many threads.
 */
final class RowDocs {
  private final ConcurrentMap<IndexReader.CacheKey, Placed> known = new ConcurrentHashMap<>();

  /** The documents of a segment by row; those of one row, of which one at most lives, adjoin. */
  private static final class Placed {
    final int[] rows; // ascending
    final int[] docs; // beside them

    Placed(int[] rows, int[] docs) {
      this.rows = rows;
      this.docs = docs;
    }

    static Placed of(LeafReader reader) throws IOException {
      NumericDocValues values = DocValues.getNumeric(reader, Fields.ROW);
      long[] pairs = new long[reader.maxDoc()];
      int size = 0;
      for (int doc = values.nextDoc();
          doc != NumericDocValues.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        pairs[size++] = values.longValue() << Integer.SIZE | doc;
      }
      Arrays.sort(pairs, 0, size);
      int[] rows = new int[size];
      int[] docs = new int[size];
      for (int i = 0; i < size; i++) {
        rows[i] = (int) (pairs[i] >>> Integer.SIZE);
        docs[i] = (int) pairs[i];
      }
      return new Placed(rows, docs);
    }
  }

  /** The living documents of some rows in each segment, ascending. */
  List<int[]> of(List<Segment> segments, int[] rows) throws IOException {
    int[] ascending = rows.clone();
    Arrays.sort(ascending);
    List<int[]> docs = new ArrayList<>();
    for (Segment segment : segments) {
      docs.add(of(segment.reader(), ascending));
    }
    return docs;
  }

  private int[] of(LeafReader reader, int[] wanted) throws IOException {
    Placed placed = placed(reader);
    Bits alive = reader.getLiveDocs();
    int[] found = new int[wanted.length];
    int size = 0;
    int from = 0;
    for (int row : wanted) {
      int at = Arrays.binarySearch(placed.rows, from, placed.rows.length, row);
      if (at < 0) {
        from = -at - 1;
        continue;
      }
      while (at > from && placed.rows[at - 1] == row) {
        at--;
      }
      for (; at < placed.rows.length && placed.rows[at] == row; at++) {
        if (alive == null || alive.get(placed.docs[at])) {
          found[size++] = placed.docs[at];
          break;
        }
      }
      from = at;
    }
    int[] docs = Arrays.copyOf(found, size);
    Arrays.sort(docs);
    return docs;
  }

  private Placed placed(LeafReader reader) throws IOException {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    Placed there = known.get(helper.getKey());
    if (there == null) {
      there = Placed.of(reader);
      if (known.putIfAbsent(helper.getKey(), there) == null) {
        helper.addClosedListener(known::remove);
      }
    }
    return there;
  }
}
