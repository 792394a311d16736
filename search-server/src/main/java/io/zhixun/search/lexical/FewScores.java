package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What a few documents of a segment score. All of them are scored the first time that any is asked
 * for, and only told afterwards: each stage of a search asks for other ones and scores them by the
 * same.
 */
final class FewScores {
  private final Segment segment;
  private final int[] docs;
  private final IdentityHashMap<List<TextQuery>, float[]> known = new IdentityHashMap<>();

  /**
   * @param docs ascending
   */
  FewScores(Segment segment, int[] docs) {
    this.segment = segment;
    this.docs = docs;
  }

  /**
   * The scores of some of them.
   *
   * @param some ascending
   */
  float[] of(int[] some, TextQuery.Matching query) throws IOException {
    float[] scores = known.get(query.scores());
    if (scores == null) {
      scores = new SegmentScorer(segment, docs).scores(query);
      known.put(query.scores(), scores);
    }
    float[] told = new float[some.length];
    int at = 0;
    for (int i = 0; i < some.length; i++) {
      while (docs[at] < some[i]) {
        at++;
      }
      told[i] = scores[at];
    }
    return told;
  }
}
