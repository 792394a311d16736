package io.zhixun.server.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.store.Term;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody typed outlives the end of their session. */
class LostFormsTest {
  private static final String LINE = "机器学习, ML & \"深度学习\"";
  private static final Map<String, String> FORM = Map.of("list", "synonym", "text", LINE);

  @TempDir private Path folder;
  private volatile Instant now = Platform.NOW;
  private TestConsole desk;
  private Desks browser;

  @BeforeEach
  void signIn() {
    desk = TestConsole.start(folder, () -> now);
    browser = desk.browser().signIn("lin");
    browser.get("/console/words");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private List<String> lines() {
    return desk.store().terms(Term.Kind.SYNONYM).stream()
        .map(stored -> stored.term().text())
        .toList();
  }

  private void endSession() {
    now = now.plus(Guard.LASTS).plusSeconds(1);
  }

  /** The fields that a page carries, as a browser sends them. */
  private static Map<String, String> carried(Desks.Seen page) {
    Map<String, String> fields = new HashMap<>();
    page.carried()
        .forEach(
            (name, value) -> fields.put(name, value.replace("&#34;", "\"").replace("&amp;", "&")));
    return fields;
  }

  private Desks.Seen signInFrom(Desks.Seen page, String password) {
    Map<String, String> fields = carried(page);
    fields.put("name", "lin");
    fields.put("password", password);
    return browser.post("/console/sign-in", fields);
  }

  @Test
  void whoSignsInOnTheWayGoesOnWithWhatWasTyped() {
    endSession();

    Desks.Seen ended = browser.post("/console/words", FORM);
    assertEquals(401, ended.status());
    assertTrue(ended.says("登录已过期") && ended.says("填过的内容都在"), ended.body());

    Desks.Seen wrong = signInFrom(ended, "not this one");
    assertEquals(401, wrong.status(), wrong.body());

    Desks.Seen back = signInFrom(wrong, Desks.PASSWORD);
    assertEquals(200, back.status(), back.body());
    assertTrue(back.says("接着做刚才的事") && back.says("action=\"/console/words\""), back.body());
    assertEquals(List.of(), lines(), "nothing is done before they say so");

    Desks.Seen done = browser.post("/console/words", carried(back));
    assertEquals(303, done.status(), done.body());
    assertEquals(List.of(LINE), lines());
  }

  @Test
  void aFormThatAnotherSiteSentIsNotCarriedOn() {
    endSession();

    for (String[] from :
        List.of(
            new String[] {"Sec-Fetch-Site", "cross-site"},
            new String[] {"Origin", "https://elsewhere.example"})) {
      Desks.Seen refused = browser.post("/console/words", FORM, "x", from);

      assertEquals(401, refused.status());
      assertTrue(refused.says("请登录之后再做一次"), refused.body());
      assertFalse(refused.says("深度学习"), refused.body());
    }
  }

  @Test
  void aFormOfAnEarlierSessionIsOfferedOnceMore() {
    String old = browser.token();
    browser.signIn("lin");

    Desks.Seen stale = browser.post("/console/words", FORM, old);

    assertEquals(403, stale.status());
    assertTrue(stale.says("没有执行") && stale.says("再提交一次"), stale.body());
    assertEquals(List.of(), lines());
    assertEquals(303, browser.post("/console/words", carried(stale)).status());
    assertEquals(List.of(LINE), lines());
    Desks.Seen forged = browser.post("/console/words", FORM, old, "Sec-Fetch-Site", "cross-site");
    assertEquals(403, forged.status());
    assertFalse(forged.says("深度学习"), forged.body());
  }

  @Test
  void aPasswordIsNeverRepeated() {
    Map<String, String> typed = Map.of("name", "lin", "password", "a secret of mine");

    Desks.Seen signedIn = browser.post("/console/sign-in", typed, "stale");
    assertEquals(403, signedIn.status());
    assertFalse(signedIn.says("a secret of mine"), signedIn.body());

    endSession();
    Desks.Seen signedOut = browser.post("/console/sign-in", typed, "stale");
    assertEquals(403, signedOut.status());
    assertTrue(signedOut.says("没有登录成功") && signedOut.says("value=\"lin\""), signedOut.body());
    assertFalse(signedOut.says("a secret of mine"), signedOut.body());
  }

  @Test
  void whatIsCarriedThroughTheSignInLeadsNowhereElse() {
    endSession();
    browser.get("/console/sign-in");

    Desks.Seen in =
        browser.post(
            "/console/sign-in",
            Map.of(
                "name", "lin",
                "password", Desks.PASSWORD,
                "kept-action", "https://elsewhere.example/",
                "kept-field:text", "x"));

    assertEquals(303, in.status(), in.body());
    assertEquals("/console/items", in.location());
  }

  @Test
  void whatWasPastedForAnImportIsCarriedToo() {
    endSession();
    String line = "{\"id\":\"x-1\",\"format\":\"COURSE\",\"title\":\"论茶\"}";

    Desks.Seen back =
        signInFrom(browser.post("/console/import", Map.of("lines", line)), Desks.PASSWORD);

    assertEquals(line, carried(back).get("lines"));
    assertEquals(303, browser.post("/console/import", carried(back)).status());
  }
}
