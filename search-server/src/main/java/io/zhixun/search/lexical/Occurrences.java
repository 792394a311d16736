package io.zhixun.search.lexical;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * In which documents of one segment a term occurs, and how often. Short lists are read once and kept
 * for the whole search, in which they are asked for several times; of long ones only what is needed
 * is read, each time.
 */
final class Occurrences {
  /** Lists up to this length are kept. */
  static final int KEPT = 16_384;

  /** A list this much longer than what is looked for is skipped through, not walked through. */
  private static final int GALLOP = 16;

  /** No document at all. */
  static final Occurrences NONE =
      new Occurrences(0, () -> { throw new IllegalStateException("an empty list has no postings"); });

  private final int size;
  private final Opening opening;
  private int[] docs;
  private float[] frequencies;

  /** Opens the term's postings from their start. */
  interface Opening {
    PostingsEnum open() throws IOException;
  }

  /**
   * @param size documents in the list, deleted ones too
   */
  Occurrences(int size, Opening opening) {
    this.size = size;
    this.opening = opening;
  }

  int size() {
    return size;
  }

  /** All documents, ascending; not to be changed. */
  int[] docs() throws IOException {
    if (docs == null) {
      read();
    }
    return docs;
  }

  private void read() throws IOException {
    docs = new int[size];
    frequencies = new float[size];
    if (size == 0) {
      return;
    }
    PostingsEnum postings = opening.open();
    DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    int filled = 0;
    postings.nextDoc();
    for (postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, buffer);
        buffer.size > 0;
        postings.nextPostings(DocIdSetIterator.NO_MORE_DOCS, buffer)) {
      System.arraycopy(buffer.docs, 0, docs, filled, buffer.size);
      System.arraycopy(buffer.features, 0, frequencies, filled, buffer.size);
      filled += buffer.size;
    }
  }

  /** Hears of one document that was looked for and found. */
  interface Found {
    /**
     * @param at index into what was looked for
     */
    void at(int at, float frequency);
  }

  /**
   * Tells which of some documents hold the term.
   *
   * @param wanted ascending documents, of which the first {@code count} are looked for
   */
  void find(int[] wanted, int count, Found found) throws IOException {
    if (size == 0 || count == 0) {
      return;
    }
    if (docs != null || size <= KEPT) {
      docs();
      findKept(wanted, count, found);
    } else {
      findInPostings(wanted, count, found);
    }
  }

  private void findKept(int[] wanted, int count, Found found) {
    boolean gallop = size / GALLOP > count;
    int at = 0;
    for (int i = 0; i < count && at < size; i++) {
      int doc = wanted[i];
      if (gallop) {
        at = firstFrom(at, doc);
      } else {
        while (at < size && docs[at] < doc) {
          at++;
        }
      }
      if (at < size && docs[at] == doc) {
        found.at(i, frequencies[at]);
      }
    }
  }

  /** The first place from one on whose document is at least a given one. */
  private int firstFrom(int from, int doc) {
    int step = 1;
    int low = from;
    int high = from;
    while (high < size && docs[high] < doc) {
      low = high + 1;
      high += step;
      step <<= 1;
    }
    high = Math.min(high, size);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (docs[middle] < doc) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void findInPostings(int[] wanted, int count, Found found) throws IOException {
    PostingsEnum postings = opening.open();
    int doc = postings.nextDoc();
    for (int i = 0; i < count; i++) {
      if (doc < wanted[i]) {
        doc = postings.advance(wanted[i]);
      }
      if (doc == wanted[i]) {
        found.at(i, postings.freq());
      }
      if (doc == DocIdSetIterator.NO_MORE_DOCS) {
        return;
      }
    }
  }
}
