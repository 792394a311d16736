package io.zhixun.search.candidate;

import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.List;

/** What many learners took in the last days. */
final class TrendingSource implements CandidateSource {
  @Override
  public String name() {
    return "trending";
  }

  @Override
  public List<Integer> propose(Generation generation, Seeker seeker, int limit) {
    return generation.trending().top(limit);
  }
}
