package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.policy.Occasion;
import io.zhixun.ranking.recipe.Scores;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.HitMaker.Extras;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.semantic.Near;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.serving.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Items that go with one item, and items that go well with everybody. Scores are those of the
 * source: what two items have in common does not depend on who looks.
 */
final class RelatedStage {
  /**
   * How many candidates are looked at for each one wanted: editions and withdrawn items drop out.
   */
  private static final int BREADTH = 5;

  private static final int LIKE = 50;
  private static final double LIKE_WEIGHT = 0.5;

  private final Generation generation;
  private final Seeker seeker;
  private final HitMaker hits;

  RelatedStage(Generation generation, Means means, Seeker seeker) {
    this.generation = generation;
    this.seeker = seeker;
    // Parts are not shown: the score is the source's own, not a blend of them.
    Ranker ranker = new Ranker(generation, seeker, means.blenders(generation).proposing(seeker));
    this.hits = new HitMaker(generation, seeker, ranker, false);
  }

  /**
   * Which of the found items an answer takes.
   *
   * @param allowed whether an item may be shown there
   * @param rules of the editors, whose hiding is part of {@code allowed} already
   */
  record Choice(int size, Predicate<ItemFacts> allowed, ActiveRules rules) {}

  /**
   * Like it in content and in who takes it: shared tags, author and category, meaning, and
   * behaviour.
   */
  Optional<Answers.Items> similar(ItemId id, int size, String requestId) {
    return visible(id)
        .map(
            item ->
                new Answers.Items(
                    facts(requestId), similar(item, choice(size, "similar", Optional.of(item)))));
  }

  /** The similar items alone, for a section of a feed. */
  List<Hit> similar(ItemFacts item, Choice choice) {
    return best(contentAndBehaviour(item), Optional.of(item), choice, "similar");
  }

  /** What learners of it took: behaviour, with those it prepares for first. */
  Optional<Answers.Items> next(ItemId id, int size, String requestId) {
    return visible(id)
        .map(
            item -> {
              Choice choice = choice(size, "next", Optional.of(item));
              Choice open =
                  new Choice(
                      size,
                      choice.allowed().and(other -> seeker.eligibility().of(other).isEmpty()),
                      choice.rules());
              return new Answers.Items(facts(requestId), next(item, open));
            });
  }

  /** What learners took next alone, for a section of a feed. */
  List<Hit> next(ItemFacts item, Choice choice) {
    return best(followers(item), Optional.of(item), choice, "neighbour");
  }

  /** What a route shows to anybody: all that is published, less what this learner refused. */
  private Choice choice(int size, String scenario, Optional<ItemFacts> anchor) {
    ActiveRules rules =
        generation
            .rules()
            .on(
                new Occasion(
                    Optional.empty(),
                    Set.copyOf(anchor.map(ItemFacts::category).orElse(List.of())),
                    scenario,
                    seeker.viewer().now()));
    return new Choice(
        size,
        item ->
            item.isVisibleAt(seeker.viewer().now())
                && !rules.hides(item.id())
                && !seeker.eligibility().isForbidden(item)
                && !seeker.eligibility().isRefused(item),
        rules);
  }

  private Map<Integer, Double> followers(ItemFacts item) {
    Map<Integer, Double> scores = behaviour(item);
    for (ItemFacts other : generation.items().preparedBy(item.id())) {
      scores.merge(other.row(), 1.0, Double::sum);
    }
    return scores;
  }

  /** What many learners took in the last days; while nothing is known of those, ever. */
  Answers.Items trending(int size, String requestId) {
    Map<Integer, Double> scores = new HashMap<>();
    for (int row : generation.trending().top(size * BREADTH)) {
      scores.put(row, generation.trending().count(row, seeker.viewer().now()));
    }
    if (scores.isEmpty()) {
      generation
          .popularity()
          .top(size * BREADTH)
          .forEach(
              row -> generation.items().at(row).ifPresent(item -> scores.put(row, popular(item))));
    }
    Choice choice = choice(size, "trending", Optional.empty());
    return new Answers.Items(facts(requestId), best(scores, Optional.empty(), choice, "trending"));
  }

  private double popular(ItemFacts item) {
    return generation.popularity().signal(item, seeker.viewer().now());
  }

  private Optional<ItemFacts> visible(ItemId id) {
    return generation.items().of(id).filter(item -> item.isVisibleAt(seeker.viewer().now()));
  }

  private Facts facts(String requestId) {
    return Facts.of(requestId, generation, seeker, false, List.of());
  }

  /** Co-taken items with weights as shares of the strongest. */
  private Map<Integer, Double> behaviour(ItemFacts item) {
    Trail trail = Trail.of(item.row());
    List<Integer> rows = generation.collaborative().neighbours(trail, 200);
    Optional<Scores> learned =
        generation
            .collaborative()
            .scores(trail, rows.stream().mapToInt(Integer::intValue).toArray());
    float[] scores = learned.map(Scores::neighbour).orElse(new float[0]);
    double most = 0;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    Map<Integer, Double> shares = new HashMap<>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        shares.put(rows.get(i), scores[i] / most);
      }
    }
    return shares;
  }

  private Map<Integer, Double> contentAndBehaviour(ItemFacts item) {
    Map<Integer, Double> scores = behaviour(item);
    scores.replaceAll((_, share) -> share * 0.5);
    List<Near> near = generation.semantic().like(item.row(), LIKE);
    near.forEach(
        one -> scores.merge(one.row(), LIKE_WEIGHT * Math.max(0, one.cosine()), Double::sum));
    Set<ItemFacts> sharing = new HashSet<>();
    item.tags().forEach(tag -> sharing.addAll(generation.items().tagged(tag)));
    for (ItemFacts other : sharing) {
      scores.merge(other.row(), contentOverlap(item, other), Double::sum);
    }
    return scores;
  }

  /**
   * Jaccard overlap of tags, each weighted by how much it says, and something for the same author
   * and innermost category.
   */
  private double contentOverlap(ItemFacts a, ItemFacts b) {
    Set<String> union = new HashSet<>(a.tags());
    union.addAll(b.tags());
    Set<String> shared = new HashSet<>(a.tags());
    shared.retainAll(b.tags());
    double whole = union.stream().mapToDouble(generation.items()::specificity).sum();
    double overlap =
        whole == 0 ? 0 : shared.stream().mapToDouble(generation.items()::specificity).sum() / whole;
    boolean sameAuthor = a.authors().stream().anyMatch(b.authors()::contains);
    boolean sameCategory =
        !a.category().isEmpty()
            && !b.category().isEmpty()
            && a.category().getLast().equals(b.category().getLast());
    return overlap + (sameAuthor ? 0.1 : 0) + (sameCategory ? 0.2 : 0);
  }

  private List<Hit> best(
      Map<Integer, Double> scores, Optional<ItemFacts> anchor, Choice choice, String source) {
    List<Scored> scored = new ArrayList<>();
    scores.forEach(
        (row, score) ->
            generation
                .items()
                .at(row)
                .filter(choice.allowed())
                .filter(item -> anchor.map(a -> !a.work().equals(item.work())).orElse(true))
                .ifPresent(item -> scored.add(new Scored(item, Signals.NONE, score))));
    scored.sort(Scored.BEST_FIRST);
    Set<String> works = new HashSet<>();
    List<Hit> best = new ArrayList<>();
    for (Scored one : Ruling.pinned(Ruling.lifted(scored, choice.rules()), choice.rules())) {
      if (best.size() >= choice.size()) {
        break;
      }
      if (works.add(one.item().work())) {
        hits.proposal(one, Extras.from(List.of(source))).ifPresent(best::add);
      }
    }
    return best;
  }
}
