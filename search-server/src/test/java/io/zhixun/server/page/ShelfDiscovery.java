package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.BlendSettings;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Section;
import io.zhixun.search.pipeline.CursorException;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.search.pipeline.Requests.Page;
import io.zhixun.search.suggest.Suggestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers from a shelf by plain substring search: real items, real features and parts, and every
 * piece an answer can have, so that the pages can be tested and looked at without an index.
 */
final class ShelfDiscovery implements Discovery {
  private final Shelf shelf;
  private final Learners learners;
  private final AtomicInteger requests = new AtomicInteger();

  ShelfDiscovery(Shelf shelf, Learners learners) {
    this.shelf = shelf;
    this.learners = learners;
  }

  @Override
  public Answers.Search search(Requests.Search request, Instant now) {
    Match match = new Match(request.query());
    ShelfRanker ranker = ranker(request.audience(), BlendSettings.DEFAULTS.search(), now);
    List<Item> matching =
        shelf.all().stream()
            .filter(item -> item.isVisibleAt(now) && match.score(item) > 0)
            .toList();
    List<Item> found =
        new ArrayList<>(matching.stream().filter(ShelfOrder.passes(request.filters())).toList());
    found.sort(
        ShelfOrder.order(request.sort(), item -> ranker.score(item, match.score(item)), now));
    found = ShelfOrder.oneAWork(found);
    int from = offset(request.page());
    int to = Math.min(found.size(), from + request.page().size());
    List<Hit> hits =
        found.subList(Math.min(from, to), to).stream()
            .map(item -> ranker.hit(item, match, shelf.otherEditions(item)))
            .toList();
    return new Answers.Search(
        facts(request.audience(), ranker),
        found.size(),
        hits,
        ShelfOrder.facets(request, matching),
        found.isEmpty() ? match.nearest(shelf) : Optional.empty(),
        to < found.size() ? Optional.of("at-" + to) : Optional.empty());
  }

  private static int offset(Page page) {
    return page.cursor()
        .map(
            cursor -> {
              if (!cursor.matches("at-[0-9]{1,4}")) {
                throw new CursorException(CursorException.Code.BAD_CURSOR, "not ours");
              }
              return Integer.parseInt(cursor.substring(3));
            })
        .orElse(0);
  }

  private Facts facts(Audience audience, ShelfRanker ranker) {
    return new Facts(
        "r-" + requests.incrementAndGet(),
        "shelf@0",
        audience.user().isPresent() && ranker.isPersonal(),
        List.of());
  }

  @Override
  public Answers.Feed recommend(Requests.Feed request, Instant now) {
    ShelfRanker ranker = ranker(request.audience(), BlendSettings.DEFAULTS.feed(), now);
    List<Item> best = proposals(ranker, now);
    int from = offset(request.page());
    Set<ItemId> taken = new HashSet<>();
    List<Section> sections = new ArrayList<>();
    if (from > 0 || request.page().size() < 20) {
      int to = Math.min(best.size(), from + request.page().size());
      sections.add(section("for-you", "为你推荐", best.subList(Math.min(from, to), to), ranker, taken));
      return new Answers.Feed(facts(request.audience(), ranker), sections);
    }
    ranker
        .portrait()
        .ifPresent(
            known ->
                sections.add(
                    section(
                        "continue",
                        "继续学习",
                        known.learner().unfinished().stream()
                            .limit(3)
                            .flatMap(touch -> shelf.item(touch.item()).stream())
                            .toList(),
                        ranker,
                        taken)));
    sections.add(
        section("for-you", "为你推荐", best.subList(0, Math.min(15, best.size())), ranker, taken));
    sections.add(section("trending", "大家在学", by(Sort.POPULARITY, now), ranker, taken));
    sections.add(section("new", "新上架", by(Sort.NEWEST, now), ranker, taken));
    return new Answers.Feed(facts(request.audience(), ranker), sections);
  }

  private List<Item> proposals(ShelfRanker ranker, Instant now) {
    List<Item> best = new ArrayList<>();
    for (Item item : shelf.all()) {
      if (item.isVisibleAt(now) && ranker.mayPropose(item)) {
        best.add(item);
      }
    }
    best.sort(ShelfOrder.order(Sort.RELEVANCE, item -> ranker.score(item, Double.NaN), now));
    return ShelfOrder.oneAWork(best);
  }

  private List<Item> by(Sort sort, Instant now) {
    List<Item> items = new ArrayList<>(shelf.all());
    items.removeIf(item -> !item.isVisibleAt(now));
    items.sort(ShelfOrder.order(sort, _ -> 0, now));
    return items;
  }

  private Section section(
      String id, String title, List<Item> items, ShelfRanker ranker, Set<ItemId> taken) {
    int most = id.equals("for-you") ? 15 : 9;
    List<Hit> hits =
        items.stream()
            .filter(item -> taken.add(item.id()))
            .limit(most)
            .map(item -> ranker.hit(item, new Match(""), List.of()))
            .toList();
    boolean more = id.equals("for-you") && items.size() >= 12;
    return new Section(id, title, hits, more ? Optional.of("at-15") : Optional.empty());
  }

  @Override
  public Optional<Answers.Items> similar(ItemId id, Audience audience, int size, Instant now) {
    return shelf.item(id).map(item -> neighbours(item, audience, size, now));
  }

  @Override
  public Optional<Answers.Items> next(ItemId id, Audience audience, int size, Instant now) {
    return shelf
        .item(id)
        .map(
            item -> {
              Answers.Items near = neighbours(item, audience, 2 * size, now);
              List<Hit> later = near.items().subList(near.items().size() / 2, near.items().size());
              return new Answers.Items(near.facts(), later);
            });
  }

  private Answers.Items neighbours(Item item, Audience audience, int size, Instant now) {
    ShelfRanker ranker = ranker(audience, BlendSettings.DEFAULTS.feed(), now);
    Set<String> tags = Set.copyOf(item.text().tags());
    List<Hit> hits =
        shelf.all().stream()
            .filter(other -> other.isVisibleAt(now) && !other.work().equals(item.work()))
            .sorted(
                Comparator.comparingLong(
                        (Item other) ->
                            -other.text().tags().stream().filter(tags::contains).count())
                    .thenComparing(Item::id))
            .limit(size)
            .map(other -> ranker.hit(other, new Match(""), List.of()))
            .toList();
    return new Answers.Items(facts(audience, ranker), hits);
  }

  @Override
  public Optional<Answers.Path> path(ItemId goal, Audience audience, Instant now) {
    return Optional.empty(); // no page shows one
  }

  @Override
  public Answers.Suggestions suggest(Requests.Suggest request, Instant now) {
    List<Suggestion> suggestions =
        shelf.all().stream()
            .filter(item -> item.isVisibleAt(now))
            .filter(item -> item.text().title().contains(request.typed()))
            .limit(request.size())
            .map(item -> suggestion(item, request.typed()))
            .toList();
    return new Answers.Suggestions(new Facts("r0", "shelf@0", false, List.of()), suggestions);
  }

  private static Suggestion suggestion(Item item, String typed) {
    int start = item.text().title().indexOf(typed);
    return new Suggestion(
        item.text().title(),
        Suggestion.Kind.TITLE,
        Optional.of(item.id()),
        typed.isEmpty() ? List.of() : List.of(new Suggestion.Span(start, start + typed.length())));
  }

  @Override
  public Answers.Items trending(Audience audience, int size, Instant now) {
    ShelfRanker ranker = ranker(audience, BlendSettings.DEFAULTS.feed(), now);
    return new Answers.Items(
        facts(audience, ranker),
        by(Sort.POPULARITY, now).stream()
            .limit(size)
            .map(item -> ranker.hit(item, new Match(""), List.of()))
            .toList());
  }

  @Override
  public Answers.Rank rank(Requests.Rank request, Instant now) {
    throw new IllegalStateException("pages do not rank items of others");
  }

  private ShelfRanker ranker(Audience audience, Map<String, Double> weights, Instant now) {
    return new ShelfRanker(audience, audience.user().flatMap(learners::portrait), weights, now);
  }
}
