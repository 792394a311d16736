package io.zhixun.search.candidate;

import io.zhixun.search.candidate.CandidateSource.Share;
import io.zhixun.search.candidate.Candidates.Missing;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * All sources with their shares, asked at the same time. A source that fails, hangs or is given up
 * for a while is named in the result, and the others go on.
 */
public final class CandidateSources {
  private final List<Share> shares;
  private final Guard guard;

  public CandidateSources(List<Share> shares, Guard guard) {
    this.shares = List.copyOf(shares);
    this.guard = guard;
  }

  /** Every source there is, with the shares of the settings; one with no share is not asked. */
  public static List<Share> shipped(CandidateSettings settings) {
    return List.of(
        new Share(new EmbeddingSource(), settings.embedding()),
        new Share(new NeighbourSource(), settings.neighbour()),
        new Share(new RecentSource(), settings.recent()),
        new Share(new InterestSource(), settings.interest()),
        new Share(new LikenessSource(), settings.likeness()),
        new Share(new PopularSource(), settings.popular()),
        new Share(new TrendingSource(), settings.trending()),
        new Share(new FreshSource(), settings.fresh()));
  }

  /** What they propose; rows in the order of the sources, whichever answered first. */
  public Candidates gather(Generation generation, Seeker seeker) {
    Map<String, Guard.Promise<List<Integer>>> promises = new LinkedHashMap<>();
    for (Share share : shares) {
      if (share.limit() > 0) {
        promises.put(
            share.source().name(),
            guard.start(
                share.source().name(),
                seeker.viewer().now(),
                () -> share.source().propose(generation, seeker, share.limit())));
      }
    }
    SequencedMap<Integer, List<String>> sources = new LinkedHashMap<>();
    List<Missing> missing = new ArrayList<>();
    promises.forEach(
        (name, promise) -> {
          switch (promise.await()) {
            case Guard.Outcome.Value<List<Integer>>(List<Integer> rows) ->
                rows.forEach(
                    row -> sources.computeIfAbsent(row, _ -> new ArrayList<>(2)).add(name));
            case Guard.Outcome.Failed<List<Integer>>(Guard.Code code) ->
                missing.add(new Missing(name, code));
          }
        });
    return new Candidates(sources, missing);
  }
}
