package io.zhixun.search.candidate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What all sources propose for one seeker: each row once, with the names of the sources that
 * proposed it.
 *
 * @param sources of each row, rows in order of first proposal
 * @param missing sources that gave nothing because something is wrong with them
 */
public record Candidates(SequencedMap<Integer, List<String>> sources, List<Missing> missing) {
  public Candidates {
    missing = List.copyOf(missing);
  }

  /** A source that is missing, and why. */
  public record Missing(String source, Guard.Code code) {}

  /** Rows that no source had to find. */
  public static Candidates of(List<Integer> rows) {
    SequencedMap<Integer, List<String>> sources = new LinkedHashMap<>();
    rows.forEach(row -> sources.put(row, List.of()));
    return new Candidates(sources, List.of());
  }

  /** The same and some more, by whoever wants them. */
  public Candidates and(List<Integer> rows, String source) {
    if (rows.isEmpty()) {
      return this;
    }
    SequencedMap<Integer, List<String>> all = new LinkedHashMap<>(sources);
    for (int row : rows) {
      List<String> names = new ArrayList<>(all.getOrDefault(row, List.of()));
      names.add(source);
      all.put(row, names);
    }
    return new Candidates(all, missing);
  }

  /** All rows, in order of first proposal. */
  public int[] rows() {
    return sources.sequencedKeySet().stream().mapToInt(Integer::intValue).toArray();
  }
}
