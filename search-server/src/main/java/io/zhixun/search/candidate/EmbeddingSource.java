package io.zhixun.search.candidate;

import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.List;

/** Items nearest to the learner's folded-in vector, from the graph of item vectors. */
final class EmbeddingSource implements CandidateSource {
  @Override
  public String name() {
    return "embedding";
  }

  @Override
  public List<Integer> propose(Generation generation, Seeker seeker, int limit) {
    return generation.collaborative().nearest(seeker.history(), limit);
  }
}
