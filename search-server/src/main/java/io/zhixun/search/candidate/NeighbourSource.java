package io.zhixun.search.candidate;

import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.List;

/** Items that learners of the same items took. */
final class NeighbourSource implements CandidateSource {
  @Override
  public String name() {
    return "neighbour";
  }

  @Override
  public List<Integer> propose(Generation generation, Seeker seeker, int limit) {
    return generation.collaborative().neighbours(seeker.history(), limit);
  }
}
