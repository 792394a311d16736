package io.zhixun.server;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Part;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters.Count;
import io.zhixun.search.lexical.Filters.Counts;
import io.zhixun.search.lexical.Highlight;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.CursorException;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.suggest.Suggestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Finds items whose title contains the query, in the order of their ids: as little of a search
 * engine as a test of the HTTP side needs. Remembers what it was asked last.
 */
final class FakeDiscovery implements Discovery {
  private final Supplier<Collection<Item>> items;
  volatile Requests.Search lastSearch;
  volatile Requests.Feed lastFeed;
  volatile Requests.Rank lastRank;
  volatile Requests.Suggest lastSuggest;
  volatile Requests.Audience lastAudience;
  volatile List<Answers.Degradation> degraded = List.of();
  volatile Optional<Throwable> failure = Optional.empty();
  volatile Optional<CountDownLatch> hold = Optional.empty();
  private final Semaphore held = new Semaphore(0);

  FakeDiscovery(Supplier<Collection<Item>> items) {
    this.items = items;
  }

  @Override
  public Answers.Search search(Requests.Search request, Instant now) {
    lastSearch = request;
    lastAudience = request.audience();
    misbehave();
    request.page().cursor().ifPresent(FakeDiscovery::check);
    List<Item> found =
        visible(now).stream().filter(i -> i.text().title().contains(request.query())).toList();
    List<Answers.Hit> hits =
        found.stream()
            .limit(request.page().size())
            .map(item -> hit(item, highlights(item, request.query())))
            .toList();
    List<Counts> facets =
        request.facets().stream()
            .map(facet -> new Counts(facet, count(facet, found.size())))
            .toList();
    return new Answers.Search(
        facts(request.audience()),
        found.size(),
        hits,
        facets,
        found.isEmpty() ? Optional.of("机器学习") : Optional.empty(),
        hits.size() < found.size() ? Optional.of("good") : Optional.empty());
  }

  private static List<Count> count(Facet facet, int found) {
    return found == 0 || facet != Facet.FORMAT ? List.of() : List.of(new Count("COURSE", found));
  }

  private static void check(String cursor) {
    if (cursor.equals("gone")) {
      throw new CursorException(CursorException.Code.CURSOR_GONE, "the snapshot is gone");
    }
    if (!cursor.equals("good")) {
      throw new CursorException(CursorException.Code.BAD_CURSOR, "cursor must be one of ours");
    }
  }

  @Override
  public Answers.Feed recommend(Requests.Feed request, Instant now) {
    lastFeed = request;
    lastAudience = request.audience();
    misbehave();
    List<Answers.Hit> hits =
        visible(now).stream().limit(request.page().size()).map(i -> hit(i, List.of())).toList();
    return new Answers.Feed(
        facts(request.audience()),
        List.of(new Answers.Section("for-you", "为你推荐", hits, Optional.of("good"))));
  }

  @Override
  public Answers.Rank rank(Requests.Rank request, Instant now) {
    lastRank = request;
    lastAudience = request.audience();
    misbehave();
    List<Answers.Ranked> known = new ArrayList<>();
    List<Answers.Ranked> unknown = new ArrayList<>();
    for (String id : request.items()) {
      Optional<Item> item = visible(now).stream().filter(i -> i.id().value().equals(id)).findAny();
      if (item.isPresent()) {
        known.add(new Answers.Ranked(id, true, 2.5, reasons(), parts()));
      } else {
        unknown.add(new Answers.Ranked(id, false, 0, List.of(), List.of()));
      }
    }
    known.addAll(unknown);
    return new Answers.Rank(facts(request.audience()), known);
  }

  @Override
  public Optional<Answers.Items> similar(
      ItemId item, Requests.Audience audience, int size, Instant now) {
    boolean known = visible(now).stream().anyMatch(i -> i.id().equals(item));
    return known ? Optional.of(trending(audience, size, now)) : Optional.empty();
  }

  @Override
  public Optional<Answers.Items> next(
      ItemId item, Requests.Audience audience, int size, Instant now) {
    return similar(item, audience, size, now);
  }

  @Override
  public Optional<Answers.Path> path(ItemId goal, Requests.Audience audience, Instant now) {
    lastAudience = audience;
    misbehave();
    return visible(now).stream()
        .filter(item -> item.id().equals(goal))
        .findAny()
        .map(
            item ->
                new Answers.Path(
                    facts(audience),
                    goal,
                    List.of(new Answers.Step(item, false, reasons().getFirst())),
                    List.of(List.of(goal))));
  }

  @Override
  public Answers.Suggestions suggest(Requests.Suggest request, Instant now) {
    lastSuggest = request;
    misbehave();
    List<Suggestion> suggestions =
        items.get().stream()
            .filter(item -> item.isVisibleAt(now))
            .filter(item -> item.text().title().contains(request.typed()))
            .limit(request.size())
            .map(item -> suggestion(item, request.typed()))
            .toList();
    return new Answers.Suggestions(
        new Answers.Facts("01JANSWER", "snapshot@7", false, degraded), suggestions);
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
  public Answers.Items trending(Requests.Audience audience, int size, Instant now) {
    lastAudience = audience;
    misbehave();
    return new Answers.Items(
        facts(audience),
        visible(now).stream().limit(size).map(item -> hit(item, List.of())).toList());
  }

  /** Waits until so many requests have arrived here and are held. */
  void awaitHeld(int requests) {
    held.acquireUninterruptibly(requests);
  }

  private void misbehave() {
    hold.ifPresent(
        latch -> {
          held.release();
          try {
            latch.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    failure.ifPresent(
        thrown -> {
          switch (thrown) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalArgumentException("failure must be unchecked", thrown);
          }
        });
  }

  private List<Item> visible(Instant now) {
    return items.get().stream().filter(item -> item.isVisibleAt(now)).toList();
  }

  private Answers.Facts facts(Requests.Audience audience) {
    return new Answers.Facts("01JANSWER", "snapshot@7", audience.user().isPresent(), degraded);
  }

  private static Answers.Hit hit(Item item, List<Highlight> highlights) {
    return new Answers.Hit(
        item,
        2.5,
        highlights,
        item.text().outline().stream().findFirst(),
        reasons(),
        List.of("lexical"),
        parts(),
        List.of(),
        List.of());
  }

  private static List<Highlight> highlights(Item item, String query) {
    if (query.isEmpty()) {
      return List.of();
    }
    String title = item.text().title();
    int start = title.indexOf(query);
    return List.of(
        new Highlight("title", title, List.of(new Highlight.Span(start, start + query.length()))));
  }

  private static List<Answers.Reason> reasons() {
    return List.of(
        new Answers.Reason(
            Answers.Reason.Code.COMPLETED_PREREQUISITE,
            "因为你学完了《Python 编程基础》",
            Optional.of(new ItemId("c-0101"))));
  }

  private static List<Part> parts() {
    return List.of(new Part("bm25", 5, 0.5, 2.5));
  }
}
