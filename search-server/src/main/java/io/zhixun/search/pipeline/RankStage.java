package io.zhixun.search.pipeline;

import io.zhixun.corpus.Ids;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Part;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.policy.Diversity;
import io.zhixun.ranking.policy.Occasion;
import io.zhixun.search.candidate.Guard.Outcome;
import io.zhixun.search.lexical.Matches;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.pipeline.Answers.Ranked;
import io.zhixun.search.pipeline.Answers.Removed;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a caller's items in order: the signals, features and blend of search, without retrieval. */
final class RankStage {
  private final Generation generation;
  private final Means means;
  private final Seeker seeker;
  private final List<Degradation> degraded = new ArrayList<>();
  private final List<Removed> removed = new ArrayList<>();

  RankStage(Generation generation, Means means, Seeker seeker) {
    this.generation = generation;
    this.means = means;
    this.seeker = seeker;
  }

  Answers.Rank answer(Requests.Rank request, String requestId) {
    List<ItemFacts> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String id : request.items()) {
      lookUp(id).ifPresentOrElse(known::add, () -> unknown.add(id));
    }
    Optional<String> query = request.query().filter(text -> !text.isBlank());
    Ranker ranker =
        new Ranker(
            generation,
            seeker,
            query.isPresent()
                ? means.blenders(generation).search()
                : means.blenders(generation).proposing(seeker));
    ReasonMaker reasons = new ReasonMaker(generation, seeker);
    Optional<Matches> matches = query.flatMap(text -> matches(text, known));
    double openness = matches.map(Matches::openness).orElse(1.0);
    List<Scored> scored = ranker.rank(known, lexical(matches, known), openness);
    if (request.policy()) {
      scored = ruled(scored, query);
    }
    if (request.audience().explain()) {
      reasons.expect(scored.stream().map(Scored::item).toList());
    }
    List<Ranked> answer = new ArrayList<>();
    for (Scored one : scored) {
      List<Part> parts = request.audience().explain() ? ranker.parts(one) : List.of();
      answer.add(
          new Ranked(
              one.item().id().value(),
              true,
              one.score(),
              reasons.of(one.item(), parts),
              parts,
              one.moves().names()));
    }
    unknown.forEach(id -> answer.add(new Ranked(id, false, 0, List.of(), List.of())));
    degraded.addAll(ranker.degraded());
    Facts facts = Facts.of(requestId, generation, seeker, degraded);
    return new Answers.Rank(facts, answer, removed);
  }

  private Optional<ItemFacts> lookUp(String id) {
    return Ids.problem(id).isPresent() ? Optional.empty() : generation.items().of(new ItemId(id));
  }

  /** What a feed would do with them; what leaves is named with its reason. */
  private List<Scored> ruled(List<Scored> ranked, Optional<String> query) {
    ActiveRules rules =
        generation.rules().on(new Occasion(query, Set.of(), "rank", seeker.viewer().now()));
    Set<String> works = new HashSet<>();
    List<Scored> kept = new ArrayList<>();
    for (Scored scored : Ruling.pinned(Ruling.lifted(ranked, rules), rules)) {
      Optional<String> why = why(scored.item(), rules, works);
      why.ifPresentOrElse(
          move -> removed.add(new Removed(scored.item().id().value(), move)),
          () -> kept.add(scored));
    }
    return Ruling.pinned(varied(kept), rules);
  }

  private Optional<String> why(ItemFacts item, ActiveRules rules, Set<String> works) {
    if (rules.hides(item.id())) {
      return rules.hiding(item.id());
    }
    Optional<String> excluded =
        seeker
            .eligibility()
            .of(item)
            .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return excluded.isEmpty() && !works.add(item.work()) ? Optional.of("other-edition") : excluded;
  }

  /** In a varied order; those beyond the cap of an author come last. */
  private List<Scored> varied(List<Scored> ranked) {
    List<Diversity.Scored<Scored>> candidates =
        ranked.stream()
            .map(scored -> new Diversity.Scored<>(scored, scored.item(), scored.score()))
            .toList();
    List<Scored> order =
        new ArrayList<>(
            new Diversity(means.settings().diversity())
                .arrange(candidates, candidates.size()).stream()
                    .map(Diversity.Scored::item)
                    .toList());
    Set<ItemId> placed = new HashSet<>();
    order.forEach(scored -> placed.add(scored.item().id()));
    ranked.stream()
        .filter(scored -> !placed.contains(scored.item().id()))
        .map(scored -> scored.moved("author-cap"))
        .forEach(order::add);
    return order;
  }

  /** Relevance of each item as a share of the best of them; 0 for one that does not match. */
  private static double[] lexical(Optional<Matches> matches, List<ItemFacts> items) {
    double[] shares = new double[items.size()];
    Arrays.fill(shares, Double.NaN);
    matches.ifPresent(found -> fill(shares, found, items));
    return shares;
  }

  /** What of the items matches the query; empty when it cannot be found out. */
  private Optional<Matches> matches(String query, List<ItemFacts> items) {
    int[] rows = items.stream().mapToInt(ItemFacts::row).toArray();
    Outcome<Matches> found =
        means
            .guard()
            .ask("lexical", seeker.viewer().now(), () -> generation.lexical().search(query, rows));
    return switch (found) {
      case Outcome.Value<Matches>(Matches matches) -> Optional.of(matches);
      case Outcome.Failed<Matches>(var code) -> {
        degraded.add(new Degradation("lexical", code.name()));
        yield Optional.empty();
      }
    };
  }

  private static void fill(double[] shares, Matches matches, List<ItemFacts> items) {
    double best = 0;
    Map<Integer, Float> scores = new HashMap<>();
    for (int i = 0; i < matches.size(); i++) {
      best = Math.max(best, matches.score(i));
      scores.put(matches.row(i), matches.score(i));
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = best > 0 ? scores.getOrDefault(items.get(i).row(), 0f) / best : 0;
    }
  }
}
