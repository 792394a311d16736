package io.zhixun.search.candidate;

import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.List;

/** What many learners take. */
final class PopularSource implements CandidateSource {
  @Override
  public String name() {
    return "popular";
  }

  @Override
  public List<Integer> propose(Generation generation, Seeker seeker, int limit) {
    return generation.popularity().top(limit);
  }
}
