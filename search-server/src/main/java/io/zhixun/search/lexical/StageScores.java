package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What the documents of all stages of a search score. Stages find many of the same documents and
 * score them by the same, so that these are scored together the first time that any is asked for,
 * and only told afterwards.
 */
final class StageScores {
  private final List<OfSegment> segments = new ArrayList<>();

  /**
   * A way in which a query is asked, and what it found.
   *
   * @param docs ascending living documents of each segment
   */
  record Stage(TextQuery query, List<int[]> docs) {
    int size() {
      return docs.stream().mapToInt(found -> found.length).sum();
    }
  }

  /**
   * @param stages all whose scores will be asked for
   */
  StageScores(List<Segment> segments, List<Stage> stages) {
    for (int s = 0; s < segments.size(); s++) {
      int at = s;
      List<int[]> found = stages.stream().map(stage -> stage.docs().get(at)).toList();
      this.segments.add(new OfSegment(segments.get(s), Docs.union(found)));
    }
  }

  /** What a stage found, with its scores. */
  List<Hits> of(Stage stage) throws IOException {
    List<Hits> hits = new ArrayList<>();
    for (int s = 0; s < segments.size(); s++) {
      int[] docs = stage.docs().get(s);
      hits.add(
          docs.length == 0
              ? Hits.NONE
              : new Hits(docs, segments.get(s).scores(docs, stage.query())));
    }
    return hits;
  }

  /** One segment's part. */
  private static final class OfSegment {
    private final Segment segment;
    private final int[] docs;
    private final IdentityHashMap<List<TextQuery>, float[]> known = new IdentityHashMap<>();

    OfSegment(Segment segment, int[] docs) {
      this.segment = segment;
      this.docs = docs;
    }

    float[] scores(int[] some, TextQuery query) throws IOException {
      if (!(query instanceof TextQuery.Matching matching)) {
        return new SegmentScorer(segment, some).scores(query);
      }
      float[] scores = worth(some, matching.worth());
      if (!matching.more().isEmpty()) {
        new SegmentScorer(segment, some).addAll(matching.more(), scores);
      }
      return scores;
    }

    private float[] worth(int[] some, List<TextQuery> parts) throws IOException {
      float[] all = known.get(parts);
      if (all == null) {
        all = new float[docs.length];
        new SegmentScorer(segment, docs).addAll(parts, all);
        known.put(parts, all);
      }
      float[] told = new float[some.length];
      int at = 0;
      for (int i = 0; i < some.length; i++) {
        while (docs[at] < some[i]) {
          at++;
        }
        told[i] = all[at];
      }
      return told;
    }
  }
}
