package io.zhixun.ranking.vector;

import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Vectors;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One search through a graph, and the memory it needs: greedy steps down the upper levels, then
 * best first on the lowest until the best row not yet expanded is worse than all that are kept.
 *
 * <p>Cost: about width · links inner products. Reused from query to query; not safe for two
 * threads.
 */
final class GraphSearch {
  private final Vectors vectors;
  private final List<Links> levels;
  private final int[] visited; // the number of the query that saw the row last
  private int query;
  private int[] openRows = new int[1024]; // a heap, the best on top
  private float[] openScores = new float[1024];
  private int open;
  private TopRows kept = new TopRows(1024);

  GraphSearch(Vectors vectors, List<Links> levels) {
    this.vectors = vectors;
    this.levels = levels;
    this.visited = new int[vectors.rows()];
  }

  /**
   * The best rows found, at most {@code width}.
   *
   * @param allowed rows that may be kept; the others are only passed through
   */
  ScoredRows run(float[] vector, int entry, int width, BitSet allowed) {
    if (++query == Integer.MAX_VALUE) {
      Arrays.fill(visited, 0);
      query = 1;
    }
    if (kept.capacity() < width) {
      kept = new TopRows(width);
    }
    kept.reset(width);
    open = 0;
    see(descend(vector, entry), vector, allowed);
    Links lowest = levels.getFirst();
    while (open > 0 && !(kept.full() && openScores[0] < kept.floor())) {
      int row = popBest();
      int end = lowest.start(row + 1);
      for (int at = lowest.start(row); at < end; at++) {
        int next = lowest.target(at);
        if (visited[next] != query) {
          see(next, vector, allowed);
        }
      }
    }
    return kept.drain();
  }

  private void see(int row, float[] vector, BitSet allowed) {
    visited[row] = query;
    float score = score(vector, row);
    if (!kept.full() || score > kept.floor()) {
      push(row, score);
      if (allowed.get(row)) {
        kept.offer(row, score);
      }
    }
  }

  private float score(float[] vector, int row) {
    return Simd.dot(vector, 0, vectors.data(), vectors.offset(row), vectors.dimensions());
  }

  private int descend(float[] vector, int entry) {
    int best = entry;
    float bestScore = score(vector, best);
    for (int level = levels.size() - 1; level > 0; level--) {
      Links links = levels.get(level);
      boolean improved = true;
      while (improved) {
        improved = false;
        int slot = links.slot(best);
        for (int at = links.start(slot); at < links.start(slot + 1); at++) {
          float score = score(vector, links.target(at));
          if (score > bestScore) {
            bestScore = score;
            best = links.target(at);
            improved = true;
          }
        }
      }
    }
    return best;
  }

  private void push(int row, float score) {
    if (open == openRows.length) {
      openRows = Arrays.copyOf(openRows, 2 * open);
      openScores = Arrays.copyOf(openScores, 2 * open);
    }
    int hole = open++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!better(row, score, openRows[parent], openScores[parent])) {
        break;
      }
      openRows[hole] = openRows[parent];
      openScores[hole] = openScores[parent];
      hole = parent;
    }
    openRows[hole] = row;
    openScores[hole] = score;
  }

  private int popBest() {
    int best = openRows[0];
    int row = openRows[--open];
    float score = openScores[open];
    int hole = 0;
    int child = 1;
    while (child < open) {
      if (child + 1 < open
          && better(
              openRows[child + 1], openScores[child + 1], openRows[child], openScores[child])) {
        child++;
      }
      if (!better(openRows[child], openScores[child], row, score)) {
        break;
      }
      openRows[hole] = openRows[child];
      openScores[hole] = openScores[child];
      hole = child;
      child = 2 * hole + 1;
    }
    openRows[hole] = row;
    openScores[hole] = score;
    return best;
  }

  private static boolean better(int row, float score, int otherRow, float otherScore) {
    return score > otherScore || (score == otherScore && row < otherRow);
  }
}
