package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;

/** In which documents of one segment terms stand next to one another, in order, and how often. */
final class PhraseOccurrences {
  private final int[] docs;
  private final int[] frequencies;

  private PhraseOccurrences(int[] docs, int[] frequencies) {
    this.docs = docs;
    this.frequencies = frequencies;
  }

  /** All documents, ascending; not to be changed. */
  int[] docs() {
    return docs;
  }

  /**
   * Tells which of some ascending documents hold the phrase.
   *
   * @param found is emptied and filled
   */
  void find(int[] wanted, Occurrences.Found found) {
    found.size = 0;
    int at = 0;
    for (int i = 0; i < wanted.length && at < docs.length; i++) {
      while (at < docs.length && docs[at] < wanted[i]) {
        at++;
      }
      if (at < docs.length && docs[at] == wanted[i]) {
        found.add(i, frequencies[at]);
      }
    }
  }

  /** Takes the terms in their order. */
  static final class Builder {
    private final List<Occurrences> terms = new ArrayList<>();

    void add(Occurrences term) {
      terms.add(term);
    }

    PhraseOccurrences build() throws IOException {
      int[] candidates = holdingAll();
      int[] docs = new int[candidates.length];
      int[] frequencies = new int[candidates.length];
      int size = 0;
      if (candidates.length > 0) {
        List<PostingsEnum> postings = new ArrayList<>();
        for (Occurrences term : terms) {
          postings.add(term.positions());
        }
        for (int doc : candidates) {
          int frequency = frequency(postings, doc);
          docs[size] = doc;
          frequencies[size] = frequency;
          size += frequency > 0 ? 1 : 0;
        }
      }
      return new PhraseOccurrences(Arrays.copyOf(docs, size), frequencies);
    }

    private int[] holdingAll() throws IOException {
      List<Occurrences> rarestFirst = new ArrayList<>(terms);
      rarestFirst.sort(Comparator.comparingInt(Occurrences::size));
      if (rarestFirst.isEmpty() || rarestFirst.getFirst().size() == 0) {
        return Docs.NONE;
      }
      int[] docs = rarestFirst.getFirst().docs();
      for (Occurrences term : rarestFirst.subList(1, rarestFirst.size())) {
        docs = term.among(docs);
      }
      return docs;
    }

    /** How often each term stands right after the one before it. */
    private static int frequency(List<PostingsEnum> postings, int doc) throws IOException {
      int[] starts = positions(postings.getFirst(), doc);
      for (int term = 1; term < postings.size(); term++) {
        int[] positions = positions(postings.get(term), doc);
        int kept = 0;
        for (int start : starts) {
          if (Arrays.binarySearch(positions, start + term) >= 0) {
            starts[kept++] = start;
          }
        }
        starts = Arrays.copyOf(starts, kept);
        // The remaining terms are still moved on, so that all stand at one document.
      }
      return starts.length;
    }

    private static int[] positions(PostingsEnum postings, int doc) throws IOException {
      if (postings.docID() < doc) {
        postings.advance(doc);
      }
      int[] positions = new int[postings.freq()];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = postings.nextPosition();
      }
      return positions;
    }
  }
}
