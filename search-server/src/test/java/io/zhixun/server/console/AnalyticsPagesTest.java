package io.zhixun.server.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.search.analytics.Told;
import io.zhixun.store.Audit;
import io.zhixun.store.Change;
import io.zhixun.store.Store;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about what learners do, and what editors do about it. */
class AnalyticsPagesTest {
  private static final String NOTHING = "饕餮";
  private static final String QUERY_PAGE = "/console/queue/query?q=" + encode(NOTHING);

  @TempDir private Path folder;
  private volatile Instant now = Platform.NOW;
  private TestConsole desk;
  private Store store;
  private Desks browser;

  @BeforeEach
  void start() {
    desk = TestConsole.start(folder, () -> now);
    store = desk.store();
    browser = desk.browser();
    browser.signIn("lin");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void happens(Told told) {
    List<Change> changes = told.events().stream().<Change>map(Change.AppendEvent::new).toList();
    store.submit(changes).join();
  }

  private static Told inVain() {
    return new Told(Platform.NOW.minusSeconds(3_600))
        .search("u1", "r1", NOTHING)
        .search("u1", "r2", "睡眠")
        .shown("u1", "search", "r2", "c-3301", "c-1201")
        .click("u1", "r2", "c-1201");
  }

  private List<String> lines(Term.Kind list) {
    return store.terms(list).stream().map(StoredTerm::term).map(Term::text).toList();
  }

  @Test
  void anEmptyRecordIsSaidToBeEmpty() {
    assertTrue(browser.get("/console/analytics").says("这段时间还没有记录"));
    assertTrue(browser.get("/console/queue").says("没有要处理的"));
  }

  @Test
  void numbersStandInTheChartAndInTheTableBesideIt() {
    happens(inVain());

    Desks.Seen seen = browser.get("/console/analytics?days=7");

    assertTrue(seen.says("<desc id=\"in-search-desc\">"), seen.body());
    assertTrue(
        seen.says("<tr><th scope=\"row\">第 2 位</th><td>1</td><td>1</td><td>100.0%</td></tr>"));
    assertTrue(seen.says("/console/explain?q=" + encode(NOTHING)));
    assertTrue(seen.says("没有结果"));
    assertTrue(seen.says("aria-current=\"true\">近 7 天"));
  }

  @Test
  void aReportIsKeptForAWhileAndMadeAnewOnRequest() {
    happens(inVain());
    browser.get("/console/queue");
    happens(new Told(Platform.NOW.minusSeconds(60)).at(Platform.NOW).search("u2", "x1", "貔貅"));
    assertFalse(browser.get("/console/queue").says("貔貅"));

    assertEquals(303, browser.post("/console/analytics/refresh", Map.of("to", "queue")).status());

    assertTrue(browser.get("/console/queue").says("貔貅"));
    happens(new Told(Platform.NOW).search("u2", "x2", "龘靐齉爩"));
    now = now.plusSeconds(601);
    assertTrue(browser.get("/console/queue").says("龘靐齉爩"));
  }

  @Test
  void aSearchInVainIsProposedASynonymThatIsMeasuredAndPublished() {
    happens(inVain());
    Desks.Seen queue = browser.get("/console/queue");
    assertTrue(queue.says("1 人搜了 1 次，没有一次展示过结果"), queue.body());
    assertTrue(queue.says("随后改搜了它"), queue.body());

    Desks.Seen measured = browser.get(QUERY_PAGE + "&line=" + encode(NOTHING + " => 睡眠"));
    assertTrue(measured.says("<dd>0</dd><dt>现在的结果</dt>"), measured.body());
    assertFalse(measured.says("<dd>0</dd><dt>发布之后</dt>"), measured.body());
    assertEquals(List.of(), lines(Term.Kind.SYNONYM));

    Desks.Seen done =
        browser.post(
            "/console/queue", Map.of("q", NOTHING, "do", "synonym", "line", NOTHING + " => 睡眠"));

    assertEquals(303, done.status(), done.body());
    assertEquals(List.of(NOTHING + " => 睡眠"), lines(Term.Kind.SYNONYM));
    assertFalse(browser.get("/console/queue").says("<h2><a"), "it has left the queue");
    Audit.Done audited = store.audit().before(Long.MAX_VALUE, 1).getFirst();
    assertEquals("account lin", audited.who());
    assertTrue(audited.after().orElseThrow().contains("HANDLED"));
    assertTrue(browser.get("/console/log").says("处理搜索词"));
  }

  @Test
  void whatIsDismissedLeavesTheQueueUntilItIsPutBack() {
    happens(inVain());
    browser.get("/console/queue");
    browser.post("/console/queue", Map.of("q", NOTHING, "do", "dismissed"));
    Desks.Seen without = browser.get("/console/queue?done=dismissed");
    assertTrue(without.says("没有要处理的"), without.body());
    assertTrue(without.says("不处理"));

    String id = store.terms(Term.Kind.HANDLED).getFirst().term().id();
    browser.post("/console/queue/" + id + "/back", Map.of());

    assertTrue(browser.get("/console/queue").says("<h2><a"));
    assertEquals(404, browser.post("/console/queue/" + id + "/back", Map.of()).status());
  }

  @Test
  void aLineThatIsNoRuleIsNamedAndNotPublished() {
    happens(inVain());

    assertEquals(422, browser.get(QUERY_PAGE + "&line=" + encode("只有一个词")).status());
    browser.post("/console/queue", Map.of("q", NOTHING, "do", "synonym", "line", "只有一个词"));

    assertEquals(List.of(), lines(Term.Kind.SYNONYM));
    assertEquals(List.of(), lines(Term.Kind.HANDLED));
    assertEquals(404, browser.post("/console/queue", Map.of("q", NOTHING)).status());
  }

  @Test
  void theChosenQueriesAreWhatWasTypedLast() {
    browser.get("/console/reindex");
    browser.post("/console/reindex/queries", Map.of("queries", "睡眠\r\n\r\n Python \r\n睡眠"));
    assertEquals(List.of("睡眠", "Python"), lines(Term.Kind.WATCHED));

    browser.post("/console/reindex/queries", Map.of("queries", "Python\n论语"));

    assertTrue(browser.get("/console/reindex").says("Python\n论语</textarea>"));
    assertTrue(browser.get("/console/log").says("移出对比用的搜索词"));
  }

  @Test
  void aRuleWhoseConditionsNeverHeldIsSaidToDoNothing() {
    happens(inVain());
    for (String query : List.of("睡眠", "没人搜过的词")) {
      Rule rule =
          new Rule(
              query.equals("睡眠") ? "r-used" : "r-unused",
              Rule.Kind.BOOST,
              List.of(new ItemId("c-3301")),
              new Rule.Condition(Optional.of(query), Optional.empty(), Optional.empty()),
              Rule.Window.ALWAYS,
              1);
      store.submit(List.of(new Change.PutRule(rule))).join();
    }

    assertTrue(browser.get("/console/rules/r-unused").says("近 30 天从未生效"));
    assertFalse(browser.get("/console/rules/r-used").says("从未生效"));
  }
}
