package io.zhixun.search.analytics;

import static io.zhixun.search.analytics.Counting.NOW;
import static io.zhixun.search.analytics.Counting.lowFrom;
import static io.zhixun.search.analytics.Counting.report;
import static io.zhixun.search.analytics.Counting.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.search.analytics.Report.Age;
import io.zhixun.search.analytics.Report.Askers;
import io.zhixun.search.analytics.Report.Next;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.analytics.Report.Rate;
import io.zhixun.search.analytics.Report.Share;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Reports of a few events, against numbers counted by hand. */
class ReportMakerTest {
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
                "python",
                "Python",
                new Askers(3, 2, 0),
                1,
                2,
                1,
                OptionalInt.of(3),
                List.of(new Next("失眠", 1))),
            new QueryLine("失眠", "失眠", new Askers(1, 1, 0), 0, 1, 0, OptionalInt.of(3), List.of())),
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

    assertEquals(new Report.Totals(9, 1, 2, 4, 2, 2, 1), report.totals());
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
