package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;

/**
 * How nearly the titles of what was found are the query. Of each segment the best are compared, and
 * no title twice in a search, however many stages find it.
 */
final class NearTitles {
  /** So many hits of a segment, the best, have their titles compared. */
  private static final int MAX_COMPARED = 64;

  private final List<Segment> segments;
  private final NearTitle near;
  private final List<Map<Integer, Double>> known = new ArrayList<>(); // by document, a segment each

  NearTitles(List<Segment> segments, NearTitle near) {
    this.segments = segments;
    this.near = near;
    segments.forEach(_ -> known.add(new HashMap<>()));
  }

  /** The closeness of each hit of a segment, 0..1; 0 too for those that are not compared. */
  double[] closeness(int segment, Hits hits) throws IOException {
    double[] closeness = new double[hits.size()];
    if (closeness.length == 0) {
      return closeness;
    }
    float least = hits.nthBest(MAX_COMPARED);
    Map<Integer, Double> compared = known.get(segment);
    BinaryDocValues titles = segments.get(segment).titles();
    for (int i = 0; i < closeness.length; i++) {
      if (hits.score(i) >= least) {
        Double before = compared.get(hits.doc(i));
        if (before == null) {
          boolean hasTitle = titles.advanceExact(hits.doc(i));
          before = hasTitle ? near.closeness(titles.binaryValue().utf8ToString()) : 0.0;
          compared.put(hits.doc(i), before);
        }
        closeness[i] = before;
      }
    }
    return closeness;
  }
}
