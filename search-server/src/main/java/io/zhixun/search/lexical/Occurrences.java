package io.zhixun.search.lexical;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * In which documents of one segment a term occurs, and how often. Short lists are read once and
 * kept for the whole search, in which they are asked for several times; of long ones only what is
 * needed is read, each time.
 */
final class Occurrences {
  /** Lists up to this length are kept. */
  static final int KEPT = 16_384;

  /** A list this much longer than what is looked for is skipped through, not walked through. */
  private static final int GALLOP = 16;

  /** No document at all. */
  static final Occurrences NONE =
      new Occurrences(
          0,
          _ -> {
            throw new IllegalStateException("an empty list has no postings");
          });

  private final int size;
  private final Opening opening;
  private int[] docs;
  private float[] frequencies;

  /** Opens the term's postings from their start. */
  interface Opening {
    /**
     * The postings, before the first document.
     *
     * @param flags what is wanted of them, as in {@link PostingsEnum}; one with positions is the
     *     caller's own, another one is only good until the next is opened
     */
    PostingsEnum open(int flags) throws IOException;
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

  /** Postings with positions, before the first document. */
  PostingsEnum positions() throws IOException {
    return opening.open(PostingsEnum.POSITIONS);
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
    PostingsEnum postings = opening.open(PostingsEnum.FREQS);
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

  /** Which of the documents that were looked for hold a term, and how often. */
  static final class Found {
    /** Places among what was looked for, ascending; the first {@link #size} are good. */
    final int[] at;

    final float[] frequencies;
    int size;

    /**
     * @param most documents that are ever looked for at once
     */
    Found(int most) {
      this.at = new int[most];
      this.frequencies = new float[most];
    }

    void add(int place, float frequency) {
      at[size] = place;
      frequencies[size] = frequency;
      size++;
    }
  }

  /**
   * Tells which of some documents hold the term.
   *
   * @param wanted ascending documents
   * @param found is emptied and filled
   */
  void find(int[] wanted, Found found) throws IOException {
    found.size = 0;
    if (size == 0 || wanted.length == 0) {
      return;
    }
    boolean worthKeeping = size <= KEPT && size / GALLOP <= wanted.length;
    if (docs != null || worthKeeping) {
      docs();
      findKept(wanted, found);
    } else {
      findInPostings(wanted, found);
    }
  }

  private void findKept(int[] wanted, Found found) {
    if (size / GALLOP > wanted.length) {
      findGalloping(wanted, found);
      return;
    }
    int[] mine = docs;
    int at = 0;
    int count = 0;
    for (int i = 0; i < wanted.length; i++) {
      int doc = wanted[i];
      while (at < mine.length && mine[at] < doc) {
        at++;
      }
      if (at == mine.length) {
        break;
      }
      if (mine[at] == doc) {
        found.at[count] = i;
        found.frequencies[count] = frequencies[at];
        count++;
      }
    }
    found.size = count;
  }

  private void findGalloping(int[] wanted, Found found) {
    int at = 0;
    for (int i = 0; i < wanted.length && at < size; i++) {
      at = firstFrom(at, wanted[i]);
      if (at < size && docs[at] == wanted[i]) {
        found.add(i, frequencies[at]);
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

  private void findInPostings(int[] wanted, Found found) throws IOException {
    PostingsEnum postings = opening.open(PostingsEnum.FREQS);
    int doc = -1;
    for (int i = 0; i < wanted.length; i++) {
      if (doc < wanted[i]) {
        doc = postings.advance(wanted[i]);
      }
      if (doc == wanted[i]) {
        found.add(i, postings.freq());
      }
      if (doc == DocIdSetIterator.NO_MORE_DOCS) {
        return;
      }
    }
  }

  /** Those of some ascending documents that hold the term. */
  int[] among(int[] wanted) throws IOException {
    Found found = new Found(wanted.length);
    find(wanted, found);
    int[] kept = new int[found.size];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = wanted[found.at[i]];
    }
    return kept;
  }
}
