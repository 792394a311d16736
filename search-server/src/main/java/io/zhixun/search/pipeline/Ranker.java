package io.zhixun.search.pipeline;

import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.blend.Part;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.recipe.Scores;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Signals and blend: gives every candidate a score, whoever proposed it. The one place where
 * search, feeds, the ranking API and the measuring commands compute scores.
 */
final class Ranker {
  private final Generation generation;
  private final Seeker seeker;
  private final Blender blender;

  Ranker(Generation generation, Seeker seeker, Blender blender) {
    this.generation = generation;
    this.seeker = seeker;
    this.blender = blender;
  }

  /**
   * A candidate with its score.
   *
   * @param signals what the score was made from, so that its parts can be told later
   */
  record Scored(ItemFacts item, Signals signals, double score) {
    /** Best first, equal scores by id. */
    static final Comparator<Scored> BEST_FIRST =
        Comparator.comparingDouble((Scored scored) -> -scored.score())
            .thenComparing(scored -> scored.item().id());
  }

  /**
   * Scores candidates, best first.
   *
   * @param lexical relevance of each candidate as a share of the best, {@code NaN} where there is
   *     no query
   */
  List<Scored> rank(List<ItemFacts> candidates, double[] lexical) {
    int[] rows = candidates.stream().mapToInt(ItemFacts::row).toArray();
    Optional<Scores> learned = generation.collaborative().scores(seeker.history(), rows);
    List<Scored> scored = new ArrayList<>(candidates.size());
    for (int i = 0; i < rows.length; i++) {
      ItemFacts item = candidates.get(i);
      int at = i;
      Signals signals =
          new Signals(
              lexical[i],
              learned.map(scores -> (double) scores.embedding()[at]).orElse(Double.NaN),
              learned.map(scores -> (double) scores.neighbour()[at]).orElse(Double.NaN),
              generation.popularity().signal(item));
      double score = blender.score(item, signals, seeker.viewer(), seeker.weight());
      scored.add(new Scored(item, signals, score));
    }
    scored.sort(Scored.BEST_FIRST);
    return scored;
  }

  List<Part> parts(Scored scored) {
    return blender.parts(scored.item(), scored.signals(), seeker.viewer(), seeker.weight());
  }
}
