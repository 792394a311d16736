package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Puts what all stages of a search found on one scale, and what is called so above the rest. */
final class Shares {
  private final List<Segment> segments;
  private final LexicalSettings settings;

  Shares(List<Segment> segments, LexicalSettings settings) {
    this.segments = segments;
    this.settings = settings;
  }

  /**
   * What is called so.
   *
   * @param just what has the query for its title
   * @param quoted what has it in its title, in each segment
   * @param near what has the title that is most nearly the query, in each segment
   */
  record Called(List<Hits> just, List<BitSet> quoted, List<BitSet> near) {
    Called(List<Hits> just, List<BitSet> quoted) {
      this(just, quoted, just.stream().map(_ -> new BitSet()).toList());
    }

    /** The same with what is nearly called so, in each segment. */
    Called or(List<BitSet> nearly) {
      return new Called(just, quoted, nearly);
    }
  }

  /**
   * The scores as shares of the best one.
   *
   * @param literal what of it holds what was typed, where not all does
   */
  Matches of(List<Hits> found, Optional<List<Hits>> literal, Called title) throws IOException {
    float unit = unit(found, title.just());
    float lift =
        literal.isPresent() && Hits.size(literal.get()) > 0
            ? (float) settings.relaxing().literalFirst()
            : 0;
    Matches all = new Matches(Hits.size(found));
    for (int s = 0; s < found.size(); s++) {
      Hits hits = found.get(s);
      BitSet exact = title.just().get(s).set();
      BitSet quoted = title.quoted().get(s);
      BitSet near = title.near().get(s);
      BitSet lifted = lift > 0 ? literal.orElseThrow().get(s).set() : new BitSet();
      int[] rows = segments.get(s).rows();
      for (int i = 0; i < hits.size(); i++) {
        int doc = hits.doc(i);
        float share = (hits.score(i) / unit + (lifted.get(doc) ? lift : 0)) / (1 + lift);
        if (quoted.get(doc)) {
          share += (float) settings.literal().quotedTitle();
        }
        if (exact.get(doc)) {
          share += (float) settings.literal().exactTitle();
        }
        int row = rows[doc];
        if (row != Columns.NO_ROW) {
          all.add(row, share);
          if (exact.get(doc) || quoted.get(doc) || near.get(doc)) {
            all.name(row);
          }
        }
      }
    }
    return all;
  }

  /** The best score of what is not the very title; where there is nothing else, the best of all. */
  private static float unit(List<Hits> found, List<Hits> title) {
    float best = 0;
    float any = Float.MIN_VALUE;
    for (int s = 0; s < found.size(); s++) {
      Hits hits = found.get(s);
      BitSet exact = title.get(s).set();
      for (int i = 0; i < hits.size(); i++) {
        any = Math.max(any, hits.score(i));
        if (!exact.get(hits.doc(i))) {
          best = Math.max(best, hits.score(i));
        }
      }
    }
    return best > 0 ? best : any;
  }
}
