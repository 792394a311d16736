package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.learner.Exposure;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.policy.Diversity;
import io.zhixun.ranking.policy.Exploration;
import io.zhixun.ranking.policy.Exploration.Draw;
import io.zhixun.search.candidate.CandidateSources;
import io.zhixun.search.candidate.Candidates;
import io.zhixun.search.candidate.Guard;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.time.Instant;
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
   * @param places how many proposals are shown at first
   * @param more how many may follow those
   * @param excluded items that other parts of the answer show already
   */
  record Wish(int places, int more, Set<ItemId> excluded, ActiveRules rules) {
    int most() {
      return places + more;
    }
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
    return rows(propose(seeker, new Wish(places, 0, excluded, ActiveRules.NONE)));
  }

  static List<Integer> rows(Proposals proposals) {
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
          .filter(item -> isEligible(item, seeker, wish))
          .ifPresent(eligible::add);
    }
    Ranker ranker = new Ranker(generation, seeker, blender);
    double[] noQuery = new double[eligible.size()];
    Arrays.fill(noQuery, Double.NaN);
    List<Scored> lifted = Ruling.lifted(ranker.rank(eligible, noQuery, 1), wish.rules());
    List<Scored> rested = onePerWork(Ruling.pinned(restedLast(lifted, seeker), wish.rules()));
    List<Scored> order = explored(varied(rested, wish), seeker, wish);
    return new Proposals(order.subList(0, Math.min(wish.most(), order.size())), ranker, candidates);
  }

  /** Whether an item may be proposed. */
  static boolean isEligible(ItemFacts item, Seeker seeker, Wish wish) {
    return !wish.excluded().contains(item.id())
        && !wish.rules().hides(item.id())
        && seeker.eligibility().of(item).isEmpty();
  }

  private static List<Scored> onePerWork(List<Scored> ranked) {
    Set<String> works = new HashSet<>();
    return ranked.stream().filter(scored -> works.add(scored.item().work())).toList();
  }

  /** What was shown in many visits and never touched comes after all others for a while. */
  private List<Scored> restedLast(List<Scored> ranked, Seeker seeker) {
    if (seeker.viewer().learner().shown().isEmpty()) {
      return ranked;
    }
    List<Scored> order = new ArrayList<>(ranked.size());
    List<Scored> resting = new ArrayList<>();
    for (Scored scored : ranked) {
      if (rests(scored.item(), seeker)) {
        resting.add(scored.moved("shown-often"));
      } else {
        order.add(scored);
      }
    }
    order.addAll(resting);
    return order;
  }

  /** Whether an item was shown to the seeker so often that it rests. */
  boolean rests(ItemFacts item, Seeker seeker) {
    Exposure exposure = seeker.viewer().learner().shown().get(item.id());
    return exposure != null && settings.exposure().rests(exposure, seeker.viewer().now());
  }

  /**
   * Pinned items keep their places, and resting ones come last; those between are varied. An item
   * that variety put before one of a higher score is named.
   */
  private List<Scored> varied(List<Scored> ranked, Wish wish) {
    List<Scored> order = new ArrayList<>();
    List<Scored> resting = new ArrayList<>();
    List<Diversity.Scored<Scored>> candidates = new ArrayList<>();
    for (Scored scored : ranked) {
      if (wish.rules().pinned().containsKey(scored.item().id())) {
        order.add(scored);
      } else if (scored.moves().names().contains("shown-often")) {
        resting.add(scored);
      } else {
        candidates.add(new Diversity.Scored<>(scored, scored.item(), scored.score()));
      }
    }
    int pinned = order.size();
    new Diversity(settings.diversity())
        .arrange(candidates, Math.max(0, wish.most() - pinned)).stream()
            .map(Diversity.Scored::item)
            .forEach(order::add);
    double above = Double.NEGATIVE_INFINITY;
    for (int i = order.size() - 1; i >= pinned; i--) {
      Scored scored = order.get(i);
      if (scored.score() < above) {
        order.set(i, scored.moved("diversity"));
      }
      above = Math.max(above, scored.score());
    }
    order.addAll(resting);
    return order;
  }

  private List<Scored> explored(List<Scored> order, Seeker seeker, Wish wish) {
    Exploration exploration = new Exploration(settings.explore());
    if (exploration.quota(wish.places()) == 0) {
      return order;
    }
    Instant now = seeker.viewer().now();
    List<Exploration.Candidate<Scored>> candidates =
        order.stream()
            .map(
                scored ->
                    new Exploration.Candidate<>(
                        scored,
                        scored.item(),
                        scored.score(),
                        generation.popularity().count(scored.item().row(), now)))
            .toList();
    String learner = seeker.personalised() ? seeker.user().map(UserId::value).orElse("") : "";
    var explored = exploration.explore(candidates, wish.places(), new Draw(learner, now));
    return explored.order().stream()
        .map(
            candidate ->
                explored.moved().contains(candidate.facts().id())
                    ? candidate.item().moved("explore")
                    : candidate.item())
        .toList();
  }
}
