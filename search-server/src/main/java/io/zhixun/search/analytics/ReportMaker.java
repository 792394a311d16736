package io.zhixun.search.analytics;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.analytics.Report.Age;
import io.zhixun.search.analytics.Report.Clicks;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.analytics.Report.Searches;
import io.zhixun.search.analytics.Report.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes one report of events that come in the order of their acceptance. A click counts where the
 * answer that it names was shown with the item in it, once; so no share is above 1.
 */
final class ReportMaker {
  /** Queries that are looked up in the live index: of the most frequent, and of the unanswered. */
  static final int LOOKED_UP = 200;

  /** Positions below this are one. */
  static final int DEEPEST = 11;

  private static final String SEARCH = "search";

  private final Period period;
  private final AnalyticsSettings settings;
  private final Knowledge knowledge;
  private final Queries queries;
  private final RuleUse rules;
  private final Map<String, Open> answers;
  private final Counter<Integer> inSearch = new Counter<>();
  private final Counter<Integer> inFeeds = new Counter<>();
  private final Counter<Format> formats = new Counter<>();
  private final Counter<String> sources = new Counter<>();
  private final Counter<ItemId> items = new Counter<>();
  private final Counter<Age> ages = new Counter<>();
  private long events;
  private long searches;
  private long lists;
  private long shown;
  private long clicked;
  private long otherClicks;
  private long purchases;
  private long sourced;

  /**
   * What a report takes from the state that is served.
   *
   * @param items what is known of an item
   * @param spelling gives two queries that differ in spelling alone the same form
   */
  record Knowledge(
      Function<ItemId, Optional<ItemFacts>> items,
      UnaryOperator<String> spelling,
      Served served,
      List<Rule> rules) {}

  ReportMaker(Period period, AnalyticsSettings settings, Knowledge knowledge) {
    this.period = period;
    this.settings = settings;
    this.knowledge = knowledge;
    this.queries = new Queries(settings.queries(), settings.requests(), knowledge.spelling());
    this.rules = new RuleUse(knowledge.rules(), knowledge.spelling());
    this.answers = new Queries.Latest<>(settings.requests());
  }

  /** Counts an event of the period; others are passed over. */
  void add(Event event) {
    if (!period.contains(event.at())) {
      return;
    }
    events++;
    switch (event) {
      case Event.Search search -> add(search);
      case Event.Impression impression -> add(impression);
      case Event.Click click -> add(click);
      case Event.Purchase _ -> purchases++;
      case Event.Study _,
          Event.Progress _,
          Event.Completion _,
          Event.Rating _,
          Event.Favourite _,
          Event.NotInterested _ -> {}
    }
  }

  /** The answer that an event names; one of its own when it names none. */
  private Open answer(Event event) {
    return event
        .header()
        .requestId()
        .map(id -> answers.computeIfAbsent(id, _ -> new Open()))
        .orElseGet(Open::new);
  }

  private void add(Event.Search search) {
    searches++;
    Open answer = answer(search);
    Queries.Moment moment =
        new Queries.Moment(search.at(), search.header().requestId().isPresent());
    answer.answers(queries.asked(search.query(), who(search), answer, moment));
    rules.searched(queries.key(search.query()), search.at());
  }

  private static Optional<String> who(Event event) {
    return event.isOfGuest() ? Optional.empty() : Optional.of(event.actor().toString());
  }

  private void add(Event.Impression impression) {
    Open answer = answer(impression);
    String scene = impression.header().context().scene().orElse("");
    answer.isSearch(scene.equals(SEARCH));
    lists += answer.isShown() ? 0 : 1;
    List<ItemFacts> known = new ArrayList<>();
    for (Event.Shown one : impression.shown()) {
      if (answer.show(one.item(), one.position())) {
        shown++;
        positions(answer).shown(Math.min(one.position(), DEEPEST));
        items.shown(one.item());
        Optional<ItemFacts> facts = knowledge.items().apply(one.item());
        facts.ifPresent(known::add);
        facts.ifPresent(item -> formats.shown(item.format()));
        ages.shown(age(facts, impression.at()));
        List<String> from = sources(impression, one.item());
        sourced += from.isEmpty() ? 0 : 1;
        from.forEach(sources::shown);
      }
    }
    rules.shown(scene, known, impression.at());
  }

  private void add(Event.Click click) {
    Open answer = answer(click);
    boolean again = answer.isClicked(click.item());
    OptionalInt position = answer.click(click.item());
    if (position.isEmpty()) {
      otherClicks += again ? 0 : 1;
      return;
    }
    clicked++;
    positions(answer).clicked(Math.min(position.getAsInt(), DEEPEST));
    items.clicked(click.item());
    Optional<ItemFacts> facts = knowledge.items().apply(click.item());
    facts.ifPresent(item -> formats.clicked(item.format()));
    ages.clicked(age(facts, click.at()));
    sources(click, click.item()).forEach(sources::clicked);
  }

  private Counter<Integer> positions(Open answer) {
    return answer.isSearch() ? inSearch : inFeeds;
  }

  private List<String> sources(Event event, ItemId item) {
    return event
        .header()
        .requestId()
        .map(id -> knowledge.served().sources(id, item))
        .orElse(List.of());
  }

  static Age age(Optional<ItemFacts> item, Instant at) {
    return item.flatMap(facts -> facts.dates().published())
        .map(published -> Age.ofDays(Math.max(0, Duration.between(published, at).toDays())))
        .orElse(Age.UNKNOWN);
  }

  /**
   * The report of all events so far.
   *
   * @param catalogue every item there is
   * @param found how many works a query finds now
   */
  Report made(Instant now, Iterable<ItemFacts> catalogue, ToIntFunction<String> found) {
    return new Report(
        period,
        now,
        new Totals(events, searches, lists, shown, clicked, otherClicks, purchases),
        searches(found),
        new Clicks(
            inSearch.rates(Counter.byKind()),
            inFeeds.rates(Counter.byKind()),
            formats.rates(Counter.mostShown()),
            sources.rates(Counter.mostShown()),
            sourced),
        new ExposureMaker(items, ages).made(catalogue, now),
        rules.occasions());
  }

  private Searches searches(ToIntFunction<String> found) {
    Map<String, QueryLine> lookedUp = new TreeMap<>();
    List<QueryLine> frequent = queries.best(Queries.MOST_ASKED, _ -> true, LOOKED_UP);
    List<QueryLine> unanswered =
        queries.best(
            Comparator.comparingLong((QueryLine line) -> -line.unanswered())
                .thenComparing(Queries.MOST_ASKED),
            line -> line.unanswered() > 0,
            LOOKED_UP);
    List<QueryLine> passedOver =
        queries.best(
            Queries.MOST_ASKED,
            line ->
                line.lists() >= settings.lowClick().leastShown()
                    && line.clickThrough() < settings.lowClick().below(),
            LOOKED_UP);
    Stream.of(frequent, unanswered, passedOver)
        .flatMap(List::stream)
        .forEach(
            line ->
                lookedUp.computeIfAbsent(
                    line.key(), _ -> line.finding(found.applyAsInt(line.text()))));
    return new Searches(
        frequent.stream().map(line -> lookedUp.get(line.key())).toList(),
        lookedUp.values().stream()
            .filter(line -> line.found().orElseThrow() == 0)
            .sorted(Queries.MOST_ASKED)
            .toList(),
        passedOver.stream()
            .map(line -> lookedUp.get(line.key()))
            .filter(line -> line.found().orElseThrow() > 0)
            .toList(),
        queries.leftOut());
  }
}
