package io.zhixun.search.candidate;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.List;

/** The newest items with a date that has come. */
final class FreshSource implements CandidateSource {
  @Override
  public String name() {
    return "fresh";
  }

  @Override
  public List<Integer> propose(Generation generation, Seeker seeker, int limit) {
    List<Integer> rows = new ArrayList<>();
    for (ItemFacts item : generation.items().newestFirst()) {
      if (rows.size() >= limit || item.dates().published().isEmpty()) {
        break; // items without a date come last
      }
      if (item.isVisibleAt(seeker.viewer().now())) {
        rows.add(item.row());
      }
    }
    return rows;
  }
}
