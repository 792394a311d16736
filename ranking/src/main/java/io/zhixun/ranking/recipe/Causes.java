package io.zhixun.ranking.recipe;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which entries of a history speak loudest for some rows. */
final class Causes {
  private Causes() {}

  /**
   * By the neighbour lists among some parts; the first of several that are equally loud.
   *
   * @return beside {@code rows}, the row of the history; −1 where nothing speaks for a row
   */
  static int[] of(List<? extends Part> parts, History history, int[] rows) {
    BitSet wanted = new BitSet();
    Map<Integer, Integer> places = new HashMap<>();
    for (int at = 0; at < rows.length; at++) {
      wanted.set(rows[at]);
      places.put(rows[at], at);
    }
    int[] causes = new int[rows.length];
    Arrays.fill(causes, -1);
    float[] most = new float[rows.length];
    for (Part part : parts) {
      if (part instanceof NeighbourPart neighbours) {
        neighbours.tellShares(
            history,
            wanted,
            (at, row, share) -> {
              int place = places.get(row);
              if (share > most[place]) {
                most[place] = share;
                causes[place] = history.row(at);
              }
            });
      }
    }
    return causes;
  }
}
