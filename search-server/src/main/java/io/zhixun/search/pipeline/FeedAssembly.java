package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.learner.Touch;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.search.candidate.Candidates;
import io.zhixun.search.candidate.Guard.Outcome;
import io.zhixun.search.lexical.Matches;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Section;
import io.zhixun.search.pipeline.FeedStage.Proposals;
import io.zhixun.search.pipeline.FeedStage.Wish;
import io.zhixun.search.pipeline.HitMaker.Extras;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.pipeline.RelatedStage.Choice;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One feed while it is put together: each method adds a section of what none before it shows. */
final class FeedAssembly {
  private static final String FOR_YOU = "for-you";

  /** How many proposals a cursor of the for-you section can carry on with. */
  private static final int DEPTH = 200;

  private final Generation generation;
  private final Means means;
  private final Seeker seeker;
  private final Requests.Feed request;
  private final ActiveRules rules;
  private final RelatedStage related;
  private final FeedStage stage;
  private final HitMaker maker;
  private final Set<ItemId> shown = new HashSet<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<Degradation> degraded = new ArrayList<>();

  FeedAssembly(
      Generation generation, Means means, Seeker seeker, Requests.Feed request, ActiveRules rules) {
    this.generation = generation;
    this.means = means;
    this.seeker = seeker;
    this.request = request;
    this.rules = rules;
    this.related = new RelatedStage(generation, means, seeker);
    var blender = means.blenders(generation).proposing(seeker);
    this.stage = new FeedStage(generation, means.settings(), blender, means.sources());
    this.maker = maker(new Ranker(generation, seeker, blender));
  }

  private HitMaker maker(Ranker ranker) {
    return new HitMaker(generation, seeker, ranker, request.audience().explain());
  }

  /** How many items there are so far. */
  int shown() {
    return shown.size();
  }

  List<Section> sections() {
    return List.copyOf(sections);
  }

  List<Degradation> degraded() {
    return List.copyOf(degraded);
  }

  /** What was begun and not finished, most recently touched first. */
  void unfinished(int places) {
    if (!seeker.personalised()) {
      return;
    }
    List<Hit> hits = new ArrayList<>();
    for (Touch touch : seeker.viewer().learner().unfinished()) {
      if (hits.size() >= places) {
        break;
      }
      generation
          .items()
          .of(touch.item())
          .filter(item -> item.isVisibleAt(seeker.viewer().now()))
          .filter(item -> !seeker.eligibility().isForbidden(item))
          .filter(item -> !seeker.eligibility().isRefused(item))
          .map(item -> new Scored(item, Signals.NONE, touch.done().progress()))
          .flatMap(scored -> maker.proposal(scored, Extras.from(List.of("history"))))
          .ifPresent(hits::add);
    }
    add("continue", "继续学习", hits);
  }

  /** The proposals; the one section that can be continued. */
  void forYou(int places) {
    if (places <= 0) {
      return;
    }
    Proposals proposals = stage.propose(seeker, new Wish(places, DEPTH, Set.copyOf(shown), rules));
    proposals
        .candidates()
        .missing()
        .forEach(gone -> degraded.add(new Degradation(gone.source(), gone.code().name())));
    degraded.addAll(proposals.ranker().degraded());
    show(proposals, places);
  }

  private void show(Proposals proposals, int places) {
    List<Scored> items = proposals.items();
    HitMaker scoredMaker = maker(proposals.ranker());
    List<Hit> hits = new ArrayList<>();
    for (Scored scored : items.subList(0, Math.min(places, items.size()))) {
      List<String> sources =
          proposals.candidates().sources().getOrDefault(scored.item().row(), List.of());
      scoredMaker.proposal(scored, Extras.from(sources)).ifPresent(hits::add);
    }
    Optional<String> next = Optional.empty();
    if (items.size() > places) {
      List<Integer> rest =
          items.subList(places, Math.min(items.size(), places + DEPTH)).stream()
              .map(scored -> scored.item().row())
              .toList();
      long digest = RequestDigest.of(request, seeker);
      Cursor cursor = new Cursor(generation.snapshot(), digest, rest, Cursor.Key.START);
      next = Optional.of(means.cursors().encode(cursor));
    }
    hits.forEach(hit -> shown.add(hit.item().id()));
    if (!hits.isEmpty()) {
      sections.add(new Section(FOR_YOU, seeker.personalised() ? "为你推荐" : "大家都在学", hits, next));
    }
  }

  /** The proposals that a cursor carries, less what must no longer be proposed. */
  void resume(String text) {
    long digest = RequestDigest.of(request, seeker);
    Cursor cursor = means.cursors().decode(text, generation.snapshot(), digest);
    Candidates candidates = Candidates.of(cursor.rest());
    Wish all = new Wish(0, cursor.rest().size(), Set.of(), rules);
    Proposals scored = stage.propose(seeker, all, candidates);
    Map<Integer, Integer> places = new HashMap<>();
    cursor.rest().forEach(row -> places.put(row, places.size()));
    List<Scored> inOrder = new ArrayList<>(scored.items());
    inOrder.sort(Comparator.comparingInt(one -> places.get(one.item().row())));
    show(new Proposals(inOrder, scored.ranker(), candidates), request.page().size());
  }

  /** What goes with the item that was finished last. */
  void because(int places) {
    if (!seeker.personalised() || places <= 0) {
      return;
    }
    seeker.viewer().learner().touches().reversed().stream()
        .filter(Touch::isFinished)
        .findFirst()
        .flatMap(touch -> generation.items().of(touch.item()))
        .ifPresent(
            item ->
                add(
                    "because",
                    "因为你学完了《" + item.title().replaceAll("^《(.*)》$", "$1") + "》",
                    related.similar(item, choice(places))));
  }

  void similar(ItemFacts item, int places) {
    add("similar", "相似内容", related.similar(item, choice(places)));
  }

  void next(ItemFacts item, int places) {
    add("next", "学过的人接着学", related.next(item, choice(places)));
  }

  /** What comes near a query that found nothing with its filters. */
  void near(String query, int places) {
    if (query.isBlank() || places <= 0) {
      return;
    }
    Outcome<Matches> found =
        means
            .guard()
            .ask("lexical", seeker.viewer().now(), () -> generation.lexical().search(query));
    switch (found) {
      case Outcome.Failed<Matches>(var code) ->
          degraded.add(new Degradation("lexical", code.name()));
      case Outcome.Value<Matches>(Matches matches) -> {
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
          double score = matches.score(i);
          generation
              .items()
              .at(matches.row(i))
              .ifPresent(item -> scored.add(new Scored(item, Signals.NONE, score)));
        }
        scored.sort(Scored.BEST_FIRST);
        add("near", "你可能在找", taken(scored, "lexical", places));
      }
    }
  }

  void popular(int places) {
    List<Scored> scored = new ArrayList<>();
    for (int row : generation.popularity().top(places * 10)) {
      generation.items().at(row).map(this::popular).ifPresent(scored::add);
    }
    add("popular", "热门", taken(scored, "popular", places));
  }

  void fresh(int places) {
    List<Scored> scored = new ArrayList<>();
    for (ItemFacts item : generation.items().newestFirst()) {
      if (scored.size() >= places * 10 || item.dates().published().isEmpty()) {
        break;
      }
      if (item.isVisibleAt(seeker.viewer().now())) {
        scored.add(popular(item));
      }
    }
    add("fresh", "新上架", taken(scored, "fresh", places));
  }

  private Scored popular(ItemFacts item) {
    double signal = generation.popularity().signal(item, seeker.viewer().now());
    return new Scored(item, Signals.NONE, Double.isNaN(signal) ? 0 : signal);
  }

  /** What somebody pays for and the feed does not show anyway: one item, named for what it is. */
  Optional<Section> sponsored() {
    return rules.sponsored().entrySet().stream()
        .flatMap(
            entry ->
                generation
                    .items()
                    .of(entry.getKey())
                    .filter(this::isOpen)
                    .map(item -> new Scored(item, Signals.NONE, 0).moved(entry.getValue()))
                    .flatMap(maker::paid)
                    .stream())
        .findFirst()
        .map(hit -> new Section("sponsored", "广告", List.of(hit), Optional.empty()));
  }

  private Choice choice(int places) {
    return new Choice(Math.max(0, places), this::isOpen, rules);
  }

  /** Whether the item may be proposed in a further section. */
  private boolean isOpen(ItemFacts item) {
    return !shown.contains(item.id())
        && !rules.hides(item.id())
        && seeker.eligibility().of(item).isEmpty();
  }

  private List<Hit> taken(List<Scored> order, String source, int places) {
    Set<String> works = new HashSet<>();
    List<Hit> hits = new ArrayList<>();
    for (Scored scored : order) {
      if (hits.size() >= places) {
        break;
      }
      if (isOpen(scored.item()) && works.add(scored.item().work())) {
        maker.proposal(scored, Extras.from(List.of(source))).ifPresent(hits::add);
      }
    }
    return hits;
  }

  private void add(String id, String title, List<Hit> hits) {
    if (!hits.isEmpty()) {
      hits.forEach(hit -> shown.add(hit.item().id()));
      sections.add(new Section(id, title, hits, Optional.empty()));
    }
  }
}
