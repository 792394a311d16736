package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.learner.Touch;
import io.zhixun.search.lexical.Highlight;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Reason;
import io.zhixun.search.wording.LearnerCounts;
import io.zhixun.server.page.HitView.Match;
import io.zhixun.server.page.HitView.ReasonView;
import io.zhixun.server.page.wording.Amounts;
import io.zhixun.server.page.wording.Labels;
import io.zhixun.server.page.wording.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts items and hits into words. */
final class ItemViews {
  /** How much of a summary is shown where nothing in it matched. */
  private static final int PASSAGE = 88;

  private static final int MOST_REASONS = 2;
  private static final Set<String> EVIDENT = Set.of("title", "subtitle", "summary");

  private final Function<ItemId, Optional<Item>> items;
  private final Moments moments;

  ItemViews(Function<ItemId, Optional<Item>> items, Moments moments) {
    this.items = items;
    this.moments = moments;
  }

  /** All hits of an answer, in order. */
  List<HitView> hits(List<Hit> hits, String requestId, Visit visit) {
    List<HitView> views = new ArrayList<>();
    for (Hit hit : hits) {
      views.add(hit(hit, views.size() + 1, requestId, visit));
    }
    return views;
  }

  private HitView hit(Hit hit, int position, String requestId, Visit visit) {
    Item item = hit.item();
    String href = visit.seen() ? Hrefs.go(item.id(), requestId, position) : Hrefs.item(item.id());
    return new HitView(
        item(item, href, visit),
        position,
        hit.policy().stream().anyMatch(move -> move.startsWith("sponsor")),
        whole(hit, "title", item.text().title()),
        item.text().subtitle().map(subtitle -> whole(hit, "subtitle", subtitle)),
        passage(hit),
        hit.chapter().map(chapter -> whole(hit, "outline", chapter)),
        matches(hit),
        hit.reasons().stream().limit(MOST_REASONS).map(reason -> reason(reason, item)).toList(),
        PartsView.of(hit),
        editions(hit, visit));
  }

  /** An item on a page of its own, or wherever no answer proposed it. */
  ItemView item(Item item, Visit visit) {
    return item(item, Hrefs.item(item.id()), visit);
  }

  private ItemView item(Item item, String href, Visit visit) {
    return new ItemView(
        item.id().value(),
        href,
        Hrefs.cover(item),
        item.text().title(),
        item.text().subtitle(),
        Labels.of(item.format()),
        item.audience().level().map(Labels::of),
        String.join("、", item.text().authors()),
        PriceView.of(item.offer(), visit.now(), moments),
        facts(item),
        visit.touch(item.id()).map(ItemViews::state).orElse(ItemView.State.NONE));
  }

  private static ItemView.Facts facts(Item item) {
    var reception = item.reception();
    Optional<String> rating =
        reception.rating().isPresent()
            ? Optional.of(Amounts.rating(reception.rating().getAsDouble()))
            : Optional.empty();
    Optional<String> learners =
        reception.learnerCount().orElse(0) > 0
            ? Optional.of(
                LearnerCounts.learners(item.format(), reception.learnerCount().getAsLong()))
            : Optional.empty();
    return new ItemView.Facts(rating, learners, Amounts.length(item.format(), item.length()));
  }

  static ItemView.State state(Touch touch) {
    return switch (touch.strongest()) {
      case CLICKED -> ItemView.State.NONE;
      case COMPLETED, FAVOURITED ->
          new ItemView.State(Optional.of(Labels.of(touch.strongest())), OptionalInt.empty());
      case STUDIED, PURCHASED, RATED -> {
        int percent = (int) Math.round(touch.done().progress() * 100);
        yield percent > 0 && percent < 100
            ? new ItemView.State(Optional.of("学到" + percent + "%"), OptionalInt.of(percent))
            : new ItemView.State(Optional.of(Labels.of(touch.strongest())), OptionalInt.empty());
      }
    };
  }

  /** A short text that is always shown whole, with its marks when it matched. */
  private static Marked whole(Hit hit, String field, String text) {
    return hit.highlights().stream()
        .filter(highlight -> highlight.field().equals(field) && highlight.text().equals(text))
        .findFirst()
        .map(Marked::of)
        .orElseGet(() -> Marked.plain(text));
  }

  /** The part of the summary that matched, else its start. */
  private static Optional<Marked> passage(Hit hit) {
    Optional<String> summary = hit.item().text().summary();
    Optional<Highlight> found =
        hit.highlights().stream().filter(h -> h.field().equals("summary")).findFirst();
    if (found.isPresent()) {
      String text = found.get().text();
      boolean fromStart = summary.filter(whole -> whole.startsWith(text)).isPresent();
      boolean toEnd = summary.filter(whole -> whole.endsWith(text)).isPresent();
      return Optional.of(Marked.of(found.get()).between(fromStart ? "" : "…", toEnd ? "" : "…"));
    }
    return summary.map(text -> Marked.plain(start(text)));
  }

  private static String start(String text) {
    if (text.codePointCount(0, text.length()) <= PASSAGE) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, PASSAGE)) + "…";
  }

  /** Authors and tags, where nothing that is shown anyway says why the item was found. */
  private static List<Match> matches(Hit hit) {
    boolean evident =
        hit.chapter().isPresent()
            || hit.highlights().stream().anyMatch(h -> EVIDENT.contains(h.field()));
    if (evident) {
      return List.of();
    }
    return Stream.of(match(hit, "authors", "作者"), match(hit, "tags", "话题"))
        .filter(match -> !match.texts().isEmpty())
        .toList();
  }

  private static Match match(Hit hit, String field, String label) {
    return new Match(
        label,
        hit.highlights().stream()
            .filter(highlight -> highlight.field().equals(field))
            .map(Marked::of)
            .toList());
  }

  private static ReasonView reason(Reason reason, Item item) {
    String kind =
        switch (reason.code()) {
          case COMPLETED_PREREQUISITE,
              BECAUSE_COMPLETED,
              BECAUSE_STUDIED,
              BECAUSE_INTERESTED,
              AUTHOR,
              INTEREST,
              INCLUDED,
              PREREQUISITE,
              GOAL ->
              "personal";
          case POPULAR -> "popular";
          case NEW -> "new";
          case TITLE_MATCH -> "match";
        };
    // How many learners there are stands on the same card already.
    boolean counted =
        reason.code() == Reason.Code.POPULAR && item.reception().learnerCount().isPresent();
    return new ReasonView(kind, counted ? "热门" : reason.text());
  }

  private List<Link> editions(Hit hit, Visit visit) {
    return hit.otherEditions().stream()
        .map(items)
        .flatMap(Optional::stream)
        .filter(edition -> edition.isVisibleAt(visit.now()))
        .map(
            edition ->
                new Link(
                    edition.text().title() + "（" + Labels.of(edition.format()) + "）",
                    Hrefs.item(edition.id())))
        .toList();
  }
}
