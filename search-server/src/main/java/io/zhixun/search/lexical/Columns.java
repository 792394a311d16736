package io.zhixun.search.lexical;

import io.zhixun.indexer.schema.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * What a search asks of each document that it finds, as arrays: four bytes a document for its row,
 * and one for its length in each field that was ever searched. Lucene's own columns are made to be
 * read from one end to the other. Safe for many threads.
 */
final class Columns {
  /** The row of a document that is no item. */
  static final int NO_ROW = -1;

  /** The encoded length of a text that is not there. */
  private static final byte NO_LENGTH = 1;

  private final PerSegment<int[]> rows = new PerSegment<>(Columns::readRows);
  private final PerSegment<ConcurrentMap<String, byte[]>> lengths =
      new PerSegment<>(_ -> new ConcurrentHashMap<>());

  /** The row of each document of a segment, or {@link #NO_ROW}; not to be changed. */
  int[] rows(LeafReader reader) throws IOException {
    return rows.of(reader);
  }

  /** The encoded length of each document's text in a field, as in norms; not to be changed. */
  byte[] lengths(LeafReader reader, String field) throws IOException {
    ConcurrentMap<String, byte[]> known = lengths.of(reader);
    byte[] there = known.get(field);
    if (there == null) {
      there = readLengths(reader, field);
      known.put(field, there);
    }
    return there;
  }

  private static int[] readRows(LeafReader reader) throws IOException {
    int[] rows = new int[reader.maxDoc()];
    Arrays.fill(rows, NO_ROW);
    NumericDocValues values = DocValues.getNumeric(reader, Fields.ROW);
    for (int doc = values.nextDoc(); doc < rows.length; doc = values.nextDoc()) {
      rows[doc] = (int) values.longValue();
    }
    return rows;
  }

  private static byte[] readLengths(LeafReader reader, String field) throws IOException {
    byte[] lengths = new byte[reader.maxDoc()];
    Arrays.fill(lengths, NO_LENGTH);
    NumericDocValues norms = reader.getNormValues(field);
    if (norms != null) { // else no document of the segment has the field
      for (int doc = norms.nextDoc(); doc < lengths.length; doc = norms.nextDoc()) {
        lengths[doc] = (byte) norms.longValue();
      }
    }
    return lengths;
  }
}
