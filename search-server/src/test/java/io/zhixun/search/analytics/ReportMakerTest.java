package io.zhixun.search.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.analytics.Report.Age;
import io.zhixun.search.analytics.Report.Next;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.analytics.Report.Rate;
import io.zhixun.search.analytics.Report.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reports of a few events, against numbers counted by hand. */
class ReportMakerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Set<String> NOTHING = Set.of("瑜珈课", "火星移民");

  private final Map<ItemId, ItemFacts> catalogue =
      Map.of(
          new ItemId("a"), facts("a", Format.COURSE, "周行", "编程", 10),
          new ItemId("b"), facts("b", Format.EBOOK, "周行", "编程", 60),
          new ItemId("c"), facts("c", Format.EBOOK, "林晚", "健康", 2_000));

  private static ItemFacts facts(
      String id, Format format, String author, String category, int days) {
    Item item =
        new Item(
            new ItemId(id),
            format,
            Item.Status.PUBLISHED,
            new Item.Text(
                "标题" + id,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(author),
                List.of(category, "细类"),
                List.of(),
                "zh"),
            new Item.Offer(
                Item.Access.FREE, OptionalLong.empty(), OptionalLong.empty(), Optional.empty()),
            new Item.Audience(Optional.empty(), List.of(), false),
            Item.Length.UNKNOWN,
            Item.Reception.UNKNOWN,
            new Item.Dates(Optional.of(NOW.minus(Duration.ofDays(days))), Optional.empty()),
            Optional.empty(),
            Optional.empty());
    return ItemFacts.of(item, 0);
  }

  private Report report(Told told, AnalyticsSettings settings, Rule... rules) {
    ReportMaker maker =
        new ReportMaker(
            Period.lastDays(30, NOW),
            settings,
            new ReportMaker.Knowledge(
                id -> Optional.ofNullable(catalogue.get(id)),
                query -> query.strip().toLowerCase(Locale.ROOT),
                new Served(10),
                List.of(rules)));
    told.events().forEach(maker::add);
    List<ItemFacts> items = new ArrayList<>(catalogue.values());
    return maker.made(NOW, items, query -> NOTHING.contains(query) ? 0 : 3);
  }

  private Report report(Told told, Rule... rules) {
    return report(told, AnalyticsSettings.DEFAULTS, rules);
  }

  private static AnalyticsSettings lowFrom(int shown, double below) {
    return new AnalyticsSettings(
        Duration.ofMinutes(1), 100, 100, 100, new AnalyticsSettings.LowClick(shown, below));
  }

  private static Told told() {
    return new Told(NOW.minusSeconds(3_600));
  }

  @Test
  void queriesAreCountedInAllTheirSpellingsWithPeopleAnswersAndClicks() {
    Told told =
        told()
            .search("u1", "r1", "Python")
            .shown("u1", "search", "r1", "a", "b")
            .click("u1", "r1", "b")
            .click("u1", "r1", "a")
            .search("u1", "r2", " python ")
            .shown("u1", "search", "r2", "a", "b")
            .search("u2", "r3", "PYTHON")
            .search("u2", "r4", "失眠")
            .shown("u2", "search", "r4", "c");

    List<QueryLine> frequent = report(told).searches().frequent();

    assertEquals(
        List.of(
            new QueryLine(
                "python", "Python", 3, 2, 1, 2, 1, OptionalInt.of(3), List.of(new Next("失眠", 1))),
            new QueryLine("失眠", "失眠", 1, 1, 0, 1, 0, OptionalInt.of(3), List.of())),
        frequent);
    assertEquals(0.5, frequent.getFirst().clickThrough());
  }

  @Test
  void clicksCountByPositionFormatAndAgeOnceForAnAnswerThatShowedTheItem() {
    Told told =
        told()
            .search("u1", "r1", "Python")
            .shown("u1", "search", "r1", "a", "b")
            .click("u1", "r1", "b")
            .click("u1", "r1", "b")
            .click("u1", "r1", "c")
            .click("u1", "never", "a")
            .shown("u2", "home", "r2", "b", "c")
            .click("u2", "r2", "b")
            .purchase("u2", "b");

    Report report = report(told);

    assertEquals(new Report.Totals(9, 1, 2, 4, 2, 3, 1), report.totals());
    assertEquals(List.of(new Rate<>(1, 1, 0), new Rate<>(2, 1, 1)), report.clicks().inSearch());
    assertEquals(List.of(new Rate<>(1, 1, 1), new Rate<>(2, 1, 0)), report.clicks().inFeeds());
    assertEquals(
        List.of(new Rate<>(Format.EBOOK, 3, 2), new Rate<>(Format.COURSE, 1, 0)),
        report.clicks().formats());
    assertEquals(
        List.of(
            new Share<>(Age.MONTH, 1, 1, 0),
            new Share<>(Age.QUARTER, 1, 2, 2),
            new Share<>(Age.OLDER, 1, 1, 0)),
        report.exposure().ages());
    assertEquals(
        List.of(new Share<>("周行", 2, 3, 2), new Share<>("林晚", 1, 1, 0)),
        report.exposure().authors());
    assertEquals(
        List.of(new Share<>("编程", 2, 3, 2), new Share<>("健康", 1, 1, 0)),
        report.exposure().categories());
  }

  @Test
  void whatLiesOutsideThePeriodIsNotCounted() {
    Told told = told();
    told.at(NOW.minus(Duration.ofDays(31)))
        .search("u1", "r1", "旧")
        .shown("u1", "search", "r1", "a");
    told.at(NOW.plusSeconds(1)).search("u1", "r2", "新");
    told.at(NOW.minus(Duration.ofDays(30))).search("u1", "r3", "正好");

    Report report = report(told);

    assertEquals(1, report.totals().events());
    assertEquals("正好", report.searches().frequent().getFirst().text());
  }

  @Test
  void emptyQueriesAreThoseThatFindNothingNowHoweverItWasThen() {
    Told told =
        told()
            .search("u1", "r1", "瑜珈课")
            .search("u1", "r2", "瑜伽")
            .shown("u1", "search", "r2", "c")
            .search("u2", "r3", "瑜珈课")
            .search("u3", "r4", "补上了的内容");

    Report report = report(told);

    List<QueryLine> empty = report.searches().empty();
    assertEquals(List.of("瑜珈课"), empty.stream().map(QueryLine::text).toList());
    assertEquals(2, empty.getFirst().unanswered());
    assertEquals(List.of(new Next("瑜伽", 1)), empty.getFirst().next());
  }

  @Test
  void aLaterSearchOrOneAfterAClickIsAnotherErrand() {
    Told told = told().search("u1", "r1", "瑜珈课");
    told.at(NOW.minusSeconds(3_600).plus(Duration.ofMinutes(11)))
        .search("u1", "r2", "失眠")
        .shown("u1", "search", "r2", "c")
        .click("u1", "r2", "c")
        .search("u1", "r3", "Python")
        .shown("u1", "search", "r3", "a");

    Report report = report(told);

    assertTrue(report.searches().frequent().stream().allMatch(line -> line.next().isEmpty()));
  }

  @Test
  void lowClickNeedsEnoughAnswersAndAShareBelowTheStatedOne() {
    Told told = told();
    for (int i = 0; i < 4; i++) {
      told.search("u" + i, "p" + i, "passed").shown("u" + i, "search", "p" + i, "a", "b");
      told.search("u" + i, "l" + i, "liked").shown("u" + i, "search", "l" + i, "a", "b");
    }
    told.click("u0", "p0", "a").click("u1", "l1", "a").click("u2", "l2", "a");
    told.search("u9", "r1", "rare").shown("u9", "search", "r1", "a");

    assertEquals(
        List.of("passed"),
        report(told, lowFrom(4, 0.5)).searches().lowClick().stream().map(QueryLine::text).toList());
    assertEquals(List.of(), report(told, lowFrom(5, 0.5)).searches().lowClick());
    assertEquals(List.of(), report(told, lowFrom(2, 0.25)).searches().lowClick());
  }

  @Test
  void queriesThatDoNotFitAreCountedAsLeftOut() {
    Told told = told();
    for (int i = 0; i < 103; i++) {
      told.search("u1", "r" + i, "q" + i);
    }
    told.search("u1", "again", "q0");

    Report report = report(told, lowFrom(1, 0));

    assertEquals(3, report.searches().leftOut());
    assertEquals(104, report.totals().searches());
  }

  private static Rule rule(String id, String query, String category, String scenario) {
    return new Rule(
        id,
        Rule.Kind.PIN,
        List.of(new ItemId("a")),
        new Rule.Condition(
            Optional.of(query).filter(one -> !one.isEmpty()),
            Optional.of(category).filter(one -> !one.isEmpty()),
            Optional.of(scenario).filter(one -> !one.isEmpty())),
        Rule.Window.ALWAYS,
        1);
  }

  @Test
  void aRuleHasItsOccasionsWhereItsConditionsHeld() {
    Told told =
        told()
            .search("u1", "r1", "Python")
            .shown("u1", "search", "r1", "a")
            .search("u1", "r2", "python")
            .shown("u1", "home", "r3", "c");

    Map<String, Long> occasions =
        report(
                told,
                rule("r-query", "python", "", ""),
                rule("r-other", "java", "", "search"),
                rule("r-home", "", "", "home"),
                rule("r-mail", "", "", "email"),
                rule("r-health", "", "健康", "home"),
                rule("r-code", "", "编程", "home"),
                rule("r-similar", "", "", "similar"))
            .ruleOccasions();

    assertEquals(
        Map.of(
            "r-query", 2L, "r-other", 0L, "r-home", 1L, "r-mail", 0L, "r-health", 1L, "r-code", 0L),
        occasions);
  }

  @Test
  void aRuleOutsideItsWindowHasNoOccasion() {
    Rule rule = rule("r", "python", "", "");
    Rule past =
        new Rule(
            "r",
            rule.kind(),
            rule.items(),
            rule.when(),
            new Rule.Window(Optional.empty(), Optional.of(NOW.minusSeconds(7_200))),
            1);

    assertEquals(
        Map.of("r", 0L), report(told().search("u1", "r1", "python"), past).ruleOccasions());
  }
}
