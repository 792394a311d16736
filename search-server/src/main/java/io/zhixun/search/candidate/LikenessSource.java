package io.zhixun.search.candidate;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.List;

/** Items that hardly anybody took yet, whose texts are like what the learner took. */
final class LikenessSource implements CandidateSource {
  @Override
  public String name() {
    return "likeness";
  }

  @Override
  public List<Integer> propose(Generation generation, Seeker seeker, int limit) {
    return generation
        .collaborative()
        .alike(
            seeker.history(),
            limit,
            row ->
                generation
                    .items()
                    .at(row)
                    .filter((ItemFacts item) -> item.isVisibleAt(seeker.viewer().now()))
                    .isPresent());
  }
}
