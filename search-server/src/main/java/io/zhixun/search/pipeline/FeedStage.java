package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.Diversity;
import io.zhixun.search.candidate.Candidates;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Proposals for one seeker: candidates from every source, scored by every scorer, less what must
 * not be proposed, one for each work, varied.
 */
public final class FeedStage {
  private final Generation generation;
  private final PipelineSettings settings;
  private final Blender blender;

  public FeedStage(Generation generation, PipelineSettings settings, Blender blender) {
    this.generation = generation;
    this.settings = settings;
    this.blender = blender;
  }

  /**
   * Proposals in order, with what answers need to show them.
   *
   * @param ranker tells the parts of their scores
   * @param candidates tells who proposed them
   */
  record Proposals(List<Scored> items, Ranker ranker, Candidates candidates) {}

  /** The rows of the best proposals, best first: what measuring asks. */
  public List<Integer> rows(Seeker seeker, int places, Set<ItemId> excluded) {
    return rows(propose(seeker, places, excluded));
  }

  /** The same with every visible item a candidate, instead of what the sources propose. */
  public List<Integer> exhaustiveRows(Seeker seeker, int places, Set<ItemId> excluded) {
    SequencedMap<Integer, List<String>> all = new LinkedHashMap<>();
    generation.items().newestFirst().forEach(item -> all.put(item.row(), List.of()));
    return rows(propose(seeker, places, excluded, new Candidates(all, List.of())));
  }

  private static List<Integer> rows(Proposals proposals) {
    return proposals.items().stream().map(scored -> scored.item().row()).toList();
  }

  /**
   * The best proposals.
   *
   * @param places how many are wanted at most
   * @param excluded items that other parts of the answer show already
   */
  Proposals propose(Seeker seeker, int places, Set<ItemId> excluded) {
    Candidates candidates = Candidates.gather(generation, seeker, settings.candidates());
    return propose(seeker, places, excluded, candidates);
  }

  Proposals propose(Seeker seeker, int places, Set<ItemId> excluded, Candidates candidates) {
    List<ItemFacts> eligible = new ArrayList<>();
    for (int row : candidates.rows()) {
      generation
          .items()
          .at(row)
          .filter(item -> !excluded.contains(item.id()))
          .filter(item -> seeker.eligibility().of(item).isEmpty())
          .ifPresent(eligible::add);
    }
    Ranker ranker = new Ranker(generation, seeker, blender);
    double[] noQuery = new double[eligible.size()];
    Arrays.fill(noQuery, Double.NaN);
    List<Scored> ranked = onePerWork(ranker.rank(eligible, noQuery));
    return new Proposals(varied(ranked, places), ranker, candidates);
  }

  private static List<Scored> onePerWork(List<Scored> ranked) {
    Set<String> works = new HashSet<>();
    return ranked.stream().filter(scored -> works.add(scored.item().work())).toList();
  }

  private List<Scored> varied(List<Scored> ranked, int places) {
    List<Diversity.Scored<Scored>> candidates =
        ranked.stream()
            .map(scored -> new Diversity.Scored<>(scored, scored.item(), scored.score()))
            .toList();
    return new Diversity(settings.diversity())
        .arrange(candidates, places).stream().map(Diversity.Scored::item).toList();
  }
}
