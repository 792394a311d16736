package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.policy.Diversity;
import io.zhixun.search.candidate.CandidateSources;
import io.zhixun.search.candidate.Candidates;
import io.zhixun.search.candidate.Guard;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Proposals for one seeker: candidates from every source, scored by every scorer, less what must
 * not be proposed, one for each work, varied, and moved as editors want.
 */
public final class FeedStage {
  private final Generation generation;
  private final PipelineSettings settings;
  private final Blender blender;
  private final CandidateSources sources;

  FeedStage(
      Generation generation, PipelineSettings settings, Blender blender, CandidateSources sources) {
    this.generation = generation;
    this.settings = settings;
    this.blender = blender;
    this.sources = sources;
  }

  /** For measuring: nothing may be missing, so the sources are asked without a deadline. */
  public FeedStage(Generation generation, PipelineSettings settings, Blender blender) {
    this(
        generation,
        settings,
        blender,
        new CandidateSources(CandidateSources.shipped(settings.candidates()), Guard.direct()));
  }

  /**
   * What is wanted.
   *
   * @param places how many proposals at most
   * @param excluded items that other parts of the answer show already
   */
  record Wish(int places, Set<ItemId> excluded, ActiveRules rules) {}

  /**
   * Proposals in order, with what answers need to show them.
   *
   * @param ranker tells the parts of their scores
   * @param candidates tells who proposed them
   */
  record Proposals(List<Scored> items, Ranker ranker, Candidates candidates) {}

  /** The rows of the best proposals, best first: what measuring asks. */
  public List<Integer> rows(Seeker seeker, int places, Set<ItemId> excluded) {
    return rows(propose(seeker, new Wish(places, excluded, ActiveRules.NONE)));
  }

  /** The same with every visible item a candidate, instead of what the sources propose. */
  public List<Integer> exhaustiveRows(Seeker seeker, int places, Set<ItemId> excluded) {
    List<Integer> all = new ArrayList<>();
    generation.items().newestFirst().forEach(item -> all.add(item.row()));
    Wish wish = new Wish(places, excluded, ActiveRules.NONE);
    return rows(propose(seeker, wish, Candidates.of(all)));
  }

  private static List<Integer> rows(Proposals proposals) {
    return proposals.items().stream().map(scored -> scored.item().row()).toList();
  }

  /** The best proposals. */
  Proposals propose(Seeker seeker, Wish wish) {
    List<Integer> pinned =
        wish.rules().pinned().keySet().stream()
            .map(generation.items()::of)
            .flatMap(Optional::stream)
            .map(ItemFacts::row)
            .toList();
    return propose(seeker, wish, sources.gather(generation, seeker).and(pinned, "rule"));
  }

  Proposals propose(Seeker seeker, Wish wish, Candidates candidates) {
    List<ItemFacts> eligible = new ArrayList<>();
    for (int row : candidates.rows()) {
      generation
          .items()
          .at(row)
          .filter(item -> !wish.excluded().contains(item.id()))
          .filter(item -> !wish.rules().hides(item.id()))
          .filter(item -> seeker.eligibility().of(item).isEmpty())
          .ifPresent(eligible::add);
    }
    Ranker ranker = new Ranker(generation, seeker, blender);
    double[] noQuery = new double[eligible.size()];
    Arrays.fill(noQuery, Double.NaN);
    List<Scored> lifted = Ruling.lifted(ranker.rank(eligible, noQuery), wish.rules());
    List<Scored> pinned = Ruling.pinned(lifted, wish.rules());
    return new Proposals(varied(onePerWork(pinned), wish), ranker, candidates);
  }

  private static List<Scored> onePerWork(List<Scored> ranked) {
    Set<String> works = new HashSet<>();
    return ranked.stream().filter(scored -> works.add(scored.item().work())).toList();
  }

  /** Pinned items keep their places; the others are varied. */
  private List<Scored> varied(List<Scored> ranked, Wish wish) {
    List<Scored> order = new ArrayList<>();
    List<Diversity.Scored<Scored>> candidates = new ArrayList<>();
    for (Scored scored : ranked) {
      if (wish.rules().pinned().containsKey(scored.item().id())) {
        order.add(scored);
      } else {
        candidates.add(new Diversity.Scored<>(scored, scored.item(), scored.score()));
      }
    }
    new Diversity(settings.diversity())
        .arrange(candidates, Math.max(0, wish.places() - order.size())).stream()
            .map(Diversity.Scored::item)
            .forEach(order::add);
    return order.size() <= wish.places() ? order : order.subList(0, wish.places());
  }
}
