package io.zhixun.server.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log says of edits, before and after, to somebody who reads Chinese and no JSON. */
class LogPageTest {
  @TempDir private Path folder;
  private TestConsole desk;
  private Desks browser;

  @BeforeEach
  void start() {
    desk = TestConsole.start(folder, () -> Platform.NOW);
    browser = desk.browser();
    browser.signIn("lin");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private void add(String list, String text) {
    browser.get("/console/words");
    assertEquals(303, browser.post("/console/words", Map.of("list", list, "text", text)).status());
  }

  private void says(String... sentences) {
    Desks.Seen log = browser.get("/console/log");
    for (String sentence : sentences) {
      assertTrue(log.says(sentence), sentence + " must be in " + log.body());
    }
    for (String raw : List.of("SYNONYM", "WORD", "HANDLED", "WATCHED", "{\"", "PIN", "Fen")) {
      assertFalse(log.says(raw), raw + " must not be in " + log.body());
    }
  }

  @Test
  void linesOfWordListsAreSaidInWords() {
    add("synonym", "机器学习, ML");
    add("synonym", "k8s => kubernetes, 容器编排");
    add("word", "云栖茶道");

    says(
        "加入同义词",
        "<ins>“机器学习”“ML”互相代替</ins>",
        "<ins>搜“k8s”时，也找“kubernetes”“容器编排”</ins>",
        "加入领域词",
        "<ins>“云栖茶道”是一个词，分词时不拆开</ins>");
  }

  @Test
  void whatIsTakenOutSaysWhatItWas() {
    add("word", "云栖茶道");
    String id = desk.store().terms(Term.Kind.WORD).getFirst().term().id();
    browser.get("/console/words");
    browser.post("/console/words/word/" + id + "/remove", Map.of());

    says("移出领域词", "<del><b>去掉了</b> “云栖茶道”是一个词，分词时不拆开</del>");
  }

  @Test
  void aLineIsTakenBackFromTheLog() {
    add("synonym", "机器学习, ML");
    long added = desk.store().audit().before(Long.MAX_VALUE, 1).getFirst().id();
    browser.get("/console/log");

    Desks.Seen undone = browser.post("/console/log/" + added + "/undo", Map.of());

    assertEquals(303, undone.status(), undone.body());
    assertEquals("/console/words?done=undone", undone.location());
    assertEquals(List.of(), desk.store().terms(Term.Kind.SYNONYM));
    browser.post("/console/log/" + (added + 1) + "/undo", Map.of());
    assertEquals("机器学习, ML", desk.store().terms(Term.Kind.SYNONYM).getFirst().term().text());
    assertEquals(404, browser.post("/console/log/1/undo", Map.of()).status(), "a sign-in stays");
    assertEquals(404, browser.post("/console/log/99/undo", Map.of()).status());
  }

  @Test
  void whatSomebodyChangedSinceIsNotThrownAwayUnasked() {
    add("synonym", "机器学习, ML");
    StoredTerm old = desk.store().terms(Term.Kind.SYNONYM).getFirst();
    long added = desk.store().audit().before(Long.MAX_VALUE, 1).getFirst().id();
    Term next = new Term(Term.Kind.SYNONYM, old.term().id(), "机器学习 => 深度学习");
    desk.store().submit(List.of(new Change.PutTerm(next)), Origin.by("account wang")).join();
    long seq = desk.store().lastSeq();
    browser.get("/console/log");

    Desks.Seen refused = browser.post("/console/log/" + added + "/undo", Map.of());

    assertEquals(409, refused.status(), refused.body());
    assertTrue(refused.says("没有撤销") && refused.says("（wang，2026-"), refused.body());
    assertEquals(seq, desk.store().lastSeq(), "nothing was changed");
    assertEquals(next, desk.store().terms(Term.Kind.SYNONYM).getFirst().term());

    Desks.Seen sure = browser.post("/console/log/" + added + "/undo", refused.carried());
    assertEquals(303, sure.status(), sure.body());
    assertEquals(List.of(), desk.store().terms(Term.Kind.SYNONYM));
  }

  @Test
  void aRuleThatWasChangedBackMayBeTakenBackAndOneThatWasNotMayNot() {
    Rule pin =
        new Rule(
            "r-1",
            Rule.Kind.PIN,
            List.of(new ItemId("x-1")),
            new Rule.Condition(Optional.of("睡眠"), Optional.empty(), Optional.of("search")),
            Rule.Window.ALWAYS,
            1);
    Rule other = new Rule("r-1", Rule.Kind.HIDE, pin.items(), pin.when(), pin.window(), 1);
    put(pin);
    long first = desk.store().audit().before(Long.MAX_VALUE, 1).getFirst().id();
    put(other);
    browser.get("/console/log");

    assertEquals(409, browser.post("/console/log/" + first + "/undo", Map.of()).status());
    assertEquals(List.of(other), desk.store().rules());

    put(pin);
    assertEquals(303, browser.post("/console/log/" + first + "/undo", Map.of()).status());
    assertEquals(List.of(), desk.store().rules());
    assertEquals(409, browser.post("/console/log/" + first + "/undo", Map.of()).status());
  }

  private void put(Rule rule) {
    desk.store().submit(List.of(new Change.PutRule(rule)), Origin.by("account lin")).join();
  }

  @Test
  void aLineThatChangesIsSaidBeforeAndAfter() {
    add("synonym", "机器学习, ML");
    StoredTerm old = desk.store().terms(Term.Kind.SYNONYM).getFirst();
    Term next = new Term(Term.Kind.SYNONYM, old.term().id(), "机器学习 => 深度学习");
    desk.store().submit(List.of(new Change.PutTerm(next)), Origin.by("key k-1")).join();

    says(
        "接口密钥 k-1",
        "<del><b>改前</b> “机器学习”“ML”互相代替</del>",
        "<ins><b>改后</b> 搜“机器学习”时，也找“深度学习”</ins>");
  }

  @Test
  void aLineThatCannotBeAddedSaysSoAtItsField() {
    browser.get("/console/words");

    Desks.Seen refused = browser.post("/console/words", Map.of("list", "synonym", "text", "只有一个"));

    assertEquals(422, refused.status());
    assertTrue(refused.body().contains("aria-invalid=\"true\""), refused.body());
    assertTrue(refused.says("value=\"只有一个\""));
    assertTrue(refused.says("互相代替"));
  }

  @Test
  void fieldsStandInTheOrderInWhichTheyAreRead() {
    Item item =
        StrictJson.read("{\"id\":\"x-1\",\"format\":\"COURSE\",\"title\":\"论茶\",\"tags\":[\"茶\"]}")
            .then(ItemCheck::read)
            .valid()
            .orElseThrow();
    desk.store().submit(List.of(new Change.PutItem(item)), Origin.by("account lin")).join();

    String log = browser.get("/console/log").body();

    assertTrue(log.indexOf("<dt>标题") < log.indexOf("<dt>形式"), log);
    assertTrue(log.indexOf("<dt>形式") < log.indexOf("<dt>话题"), log);
  }

  @Test
  void rulesAndPricesAreSaidAsEditorsTypedThem() {
    Rule rule =
        new Rule(
            "r-1",
            Rule.Kind.PIN,
            List.of(new ItemId("x-1"), new ItemId("x-2")),
            new Rule.Condition(Optional.of("睡眠"), Optional.empty(), Optional.of("search")),
            new Rule.Window(Optional.of(Instant.parse("2026-11-24T02:00:00Z")), Optional.empty()),
            1);
    Item item =
        StrictJson.read(
                """
                {"id":"x-1","format":"COURSE","title":"论茶","priceFen":19900,"completionRate":0.41}\
                """)
            .then(ItemCheck::read)
            .valid()
            .orElseThrow();
    desk.store()
        .submit(
            List.of(new Change.PutItem(item), new Change.PutRule(rule)), Origin.by("account lin"))
        .join();

    says(
        "<ins>置顶</ins>",
        "<ins>《论茶》、x-2</ins>",
        "<ins>¥199</ins>",
        "<ins>41%</ins>",
        "<ins>搜索词 睡眠，场景 搜索结果</ins>",
        "<ins>开始时间 2026-11-24 10:00</ins>");
  }
}
