package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.policy.Occasion;
import io.zhixun.search.candidate.Guard.Outcome;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Highlighter;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.HitMaker.Extras;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.pipeline.SearchPaging.Placed;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One search over one generation.
 *
 * <p>The best {@code window} works by relevance are blended once; a cursor carries the part of that
 * order which was not shown. After the window follow the remaining matches in lexical order.
 * Another sort than relevance pages by its own key alone, and editors' pins and boosts do not act
 * on it.
 */
final class SearchStage {
  private final Generation generation;
  private final Means means;

  SearchStage(Generation generation, Means means) {
    this.generation = generation;
    this.means = means;
  }

  Answers.Search answer(Requests.Search request, Seeker seeker, String requestId) {
    List<Degradation> degraded = new ArrayList<>();
    ActiveRules rules = rules(request, seeker);
    Retrieval.Found found = retrieved(request, seeker, degraded);
    WorkMatches matches =
        new WorkMatches(
            found.matches(),
            generation.items(),
            item -> isAllowed(item, seeker, rules),
            request.sort() == Sort.RELEVANCE ? rules.pinned().sequencedKeySet() : Set.of());
    List<WorkMatch> works = matches.works(request.filters());
    Ranker ranker = new Ranker(generation, seeker, means.blenders(generation).search());
    SearchPaging paging =
        new SearchPaging(
            generation,
            means,
            request,
            works,
            new SearchPaging.Order(seeker, rules, found.matches()));
    List<Placed> page = paging.page(ranker);
    HitMaker hits = new HitMaker(generation, seeker, ranker, request.audience().explain());
    Highlighter highlighter = generation.lexical().highlighter(request.query());
    List<Hit> shown = new ArrayList<>();
    for (Placed placed : page) {
      List<String> sources = found.sources(placed.scored().item().row());
      Extras extras = new Extras(sources, placed.others());
      hits.found(placed.scored(), extras, highlighter).ifPresent(shown::add);
    }
    degraded.addAll(ranker.degraded());
    return new Answers.Search(
        Facts.of(requestId, generation, seeker, degraded),
        works.size(),
        shown,
        sponsored(request, shown, hits, item -> isAllowed(item, seeker, rules), rules),
        matches.facets(request.facets(), request.filters()),
        found.matches().didYouMean(),
        paging.next().map(means.cursors()::encode),
        found.matches().isApproximate()
            || Scattered.isSo(generation.lexical().words(request.query()), shown));
  }

  private Retrieval.Found retrieved(
      Requests.Search request, Seeker seeker, List<Degradation> degraded) {
    Outcome<Retrieval.Found> outcome =
        means
            .guard()
            .ask(
                "lexical",
                seeker.viewer().now(),
                () -> new Retrieval(generation).find(request.query(), request.mode()));
    return switch (outcome) {
      case Outcome.Value<Retrieval.Found>(Retrieval.Found found) -> {
        found.missing().ifPresent(degraded::add);
        yield found;
      }
      case Outcome.Failed<Retrieval.Found>(var code) -> {
        degraded.add(new Degradation("lexical", code.name()));
        yield Retrieval.Found.NOTHING;
      }
    };
  }

  private ActiveRules rules(Requests.Search request, Seeker seeker) {
    return generation
        .rules()
        .on(
            new Occasion(
                Optional.of(request.query()).filter(text -> !text.isBlank()),
                request.filters().wanted().getOrDefault(Facet.CATEGORY, Set.of()),
                "search",
                seeker.viewer().now()));
  }

  /** Published, not hidden by an editor, and not forbidden to a minor who asks. */
  private static boolean isAllowed(ItemFacts item, Seeker seeker, ActiveRules rules) {
    return item.isVisibleAt(seeker.viewer().now())
        && !rules.hides(item.id())
        && !seeker.eligibility().isForbidden(item);
  }

  /** One paid hit on the first page, and none that is found anyway. */
  private List<Hit> sponsored(
      Requests.Search request,
      List<Hit> shown,
      HitMaker maker,
      Predicate<ItemFacts> allowed,
      ActiveRules rules) {
    if (rules.sponsored().isEmpty() || request.page().cursor().isPresent()) {
      return List.of();
    }
    Set<ItemId> found = new HashSet<>();
    shown.forEach(hit -> found.add(hit.item().id()));
    return rules.sponsored().entrySet().stream()
        .filter(entry -> !found.contains(entry.getKey()))
        .flatMap(
            entry ->
                generation
                    .items()
                    .of(entry.getKey())
                    .filter(allowed)
                    .filter(item -> MatchFilter.accepts(item, request.filters()))
                    .map(item -> new Scored(item, Signals.NONE, 0).moved(entry.getValue()))
                    .flatMap(scored -> maker.paid(scored))
                    .stream())
        .limit(1)
        .toList();
  }
}
