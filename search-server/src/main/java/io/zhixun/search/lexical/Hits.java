package io.zhixun.search.lexical;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Documents of one segment, ascending, with their scores. */
final class Hits {
  static final Hits NONE = new Hits(Docs.NONE, new float[0]);

  private final int[] docs;
  private final float[] scores;

  Hits(int[] docs, float[] scores) {
    this.docs = docs;
    this.scores = scores;
  }

  int size() {
    return docs.length;
  }

  /** How many there are in all segments. */
  static int size(List<Hits> segments) {
    return segments.stream().mapToInt(Hits::size).sum();
  }

  int doc(int i) {
    return docs[i];
  }

  float score(int i) {
    return scores[i];
  }

  /** The lowest score; infinite when there are none. */
  float weakest() {
    float weakest = Float.POSITIVE_INFINITY;
    for (float score : scores) {
      weakest = Math.min(weakest, score);
    }
    return weakest;
  }

  /** The highest score; 0 when there are none. */
  float best() {
    float best = 0;
    for (float score : scores) {
      best = Math.max(best, score);
    }
    return best;
  }

  /** The n-th highest score, or one that all reach where there are fewer. */
  float nthBest(int n) {
    if (scores.length <= n) {
      return Float.NEGATIVE_INFINITY;
    }
    float[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - n];
  }

  /** The same documents with other scores. */
  Hits scored(float[] others) {
    return new Hits(docs, others);
  }

  /** The documents as a set. */
  BitSet set() {
    BitSet set = new BitSet();
    for (int doc : docs) {
      set.set(doc);
    }
    return set;
  }

  /** The same documents, no score above a limit. */
  Hits atMost(float limit) {
    float[] limited = scores.clone();
    for (int i = 0; i < limited.length; i++) {
      limited[i] = Math.min(limited[i], limit);
    }
    return new Hits(docs, limited);
  }

  /** Both; what is in both keeps the score it has here. */
  Hits or(Hits others) {
    if (others.size() == 0) {
      return this;
    }
    int[] all = new int[docs.length + others.docs.length];
    float[] sums = new float[all.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < docs.length || j < others.docs.length) {
      boolean mine = j == others.docs.length || (i < docs.length && docs[i] <= others.docs[j]);
      if (mine && j < others.docs.length && others.docs[j] == docs[i]) {
        j++;
      }
      all[size] = mine ? docs[i] : others.docs[j];
      sums[size] = mine ? scores[i] : others.scores[j];
      size++;
      i += mine ? 1 : 0;
      j += mine ? 0 : 1;
    }
    return new Hits(Arrays.copyOf(all, size), Arrays.copyOf(sums, size));
  }

  /** Both; what is in both has the higher of its scores. */
  Hits orBetter(Hits others) {
    Hits union = or(others);
    int j = 0;
    for (int i = 0; i < union.size(); i++) {
      while (j < others.size() && others.docs[j] < union.docs[i]) {
        j++;
      }
      if (j < others.size() && others.docs[j] == union.docs[i]) {
        union.scores[i] = Math.max(union.scores[i], others.scores[j]);
      }
    }
    return union;
  }
}
