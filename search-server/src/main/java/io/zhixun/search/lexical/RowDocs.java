package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;

/**
 * Where the items of some rows lie in a segment: eight bytes a document are kept. Safe for many
 * threads.
 */
final class RowDocs {
  private final PerSegment<Placed> placed;

  RowDocs(Columns columns) {
    this.placed = new PerSegment<>(reader -> Placed.of(columns.rows(reader)));
  }

  /** The documents of a segment by row; those of one row, of which one at most lives, adjoin. */
  private static final class Placed {
    final int[] rows; // ascending
    final int[] docs; // beside them

    Placed(int[] rows, int[] docs) {
      this.rows = rows;
      this.docs = docs;
    }

    static Placed of(int[] rowOf) {
      long[] pairs = new long[rowOf.length];
      int size = 0;
      for (int doc = 0; doc < rowOf.length; doc++) {
        pairs[size] = (long) rowOf[doc] << Integer.SIZE | doc;
        size += rowOf[doc] == Columns.NO_ROW ? 0 : 1;
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
    Placed placed = this.placed.of(reader);
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
}
