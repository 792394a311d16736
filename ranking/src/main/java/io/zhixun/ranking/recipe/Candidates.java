package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.ScoredRows;
import java.util.Arrays;

/**
 * What each source proposes, best first by its own score.
 *
 * @param embedding nearest to the learner's vector
 * @param neighbours going with what the learner did
 * @param popular liked by everybody
 */
public record Candidates(ScoredRows embedding, ScoredRows neighbours, ScoredRows popular) {
  /** Each proposed row once, ascending. */
  public int[] rows() {
    int[] all = new int[embedding.size() + neighbours.size() + popular.size()];
    int count = 0;
    for (ScoredRows source : new ScoredRows[] {embedding, neighbours, popular}) {
      for (int rank = 0; rank < source.size(); rank++) {
        all[count++] = source.row(rank);
      }
    }
    Arrays.sort(all);
    int distinct = 0;
    for (int at = 0; at < count; at++) {
      if (at == 0 || all[at] != all[at - 1]) {
        all[distinct++] = all[at];
      }
    }
    return Arrays.copyOf(all, distinct);
  }
}
