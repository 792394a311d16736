package io.zhixun.ranking.vector;

import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How an index is written: its shape, its kind, and for a graph the links of each level. */
final class IndexFormat {
  private static final String KIND = "vector index";
  private static final int VERSION = 1;
  private static final int EXACT = 0;
  private static final int GRAPH = 1;
  private static final int MAX_LEVELS = 64;
  private static final int MAX_WIDTH = 100_000;

  private IndexFormat() {}

  private static SegmentWriter start(Vectors vectors, int kind) {
    return new SegmentWriter(KIND, VERSION)
        .number(vectors.rows())
        .number(vectors.dimensions())
        .number(kind);
  }

  static SegmentWriter exact(Vectors vectors) {
    return start(vectors, EXACT);
  }

  static SegmentWriter graph(Vectors vectors, List<Links> levels, int entry, int searchWidth) {
    SegmentWriter out =
        start(vectors, GRAPH).number(entry).number(searchWidth).number(levels.size());
    for (Links level : levels) {
      out.ints(level.members()).ints(level.starts()).ints(level.targets());
    }
    return out;
  }

  static VectorIndex read(Function<String, MemorySegment> source, String name, Vectors vectors) {
    SegmentReader in = SegmentReader.open(source, name, KIND, VERSION);
    int rows = in.number("rows", vectors.rows(), vectors.rows());
    int _ = in.number("dimensions", vectors.dimensions(), vectors.dimensions());
    if (in.number("kind of index", EXACT, GRAPH) == EXACT) {
      in.end();
      return new ExactIndex(vectors);
    }
    int entry = in.number("entry", -1, rows - 1);
    int width = in.number("search width", 1, MAX_WIDTH);
    int count = in.number("levels", 1, MAX_LEVELS);
    List<Links> levels = new ArrayList<>(count);
    for (int level = 0; level < count; level++) {
      levels.add(level(in, rows, level == 0));
    }
    in.end();
    in.require(linksStayOnTheirLevel(levels, entry), "links must lead to rows of their level");
    return new GraphIndex(vectors, levels, entry, width);
  }

  private static Links level(SegmentReader in, int rows, boolean lowest) {
    int[] members = in.ints("member", rows);
    int[] starts = in.ints();
    int[] targets = in.ints("link", rows);
    in.require(lowest == (members.length == 0), "only the lowest level holds all rows");
    for (int at = 1; at < members.length; at++) {
      in.require(members[at - 1] < members[at], "members must ascend");
    }
    in.requireStarts("starts", starts, lowest ? rows : members.length, targets.length);
    return lowest ? Links.lowest(starts, targets) : Links.upper(members, starts, targets);
  }

  /** So that a search never leaves the arrays. */
  private static boolean linksStayOnTheirLevel(List<Links> levels, int entry) {
    for (int level = 1; level < levels.size(); level++) {
      Links links = levels.get(level);
      if (links.slot(entry) < 0) {
        return false;
      }
      for (int target : links.targets()) {
        if (links.slot(target) < 0) {
          return false;
        }
      }
    }
    return true;
  }
}
