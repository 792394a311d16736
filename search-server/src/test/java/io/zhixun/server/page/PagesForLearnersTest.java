package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages do for somebody who is one of the sample learners. */
class PagesForLearnersTest {
  private PagePreview preview;
  private Guest guest;

  @BeforeEach
  void start() {
    preview = PagePreview.start(0);
    guest = new Guest(preview);
  }

  @AfterEach
  void stop() {
    guest.close();
    preview.close();
  }

  @Test
  void choosingALearnerChangesWhatThePagesSay() {
    HttpResponse<String> answer =
        guest.post("/demo/learner", List.of("learner", "u-linxia", "return", "/search?q=Python"));

    assertEquals(303, answer.statusCode());
    assertEquals(Optional.of("/search?q=Python"), answer.headers().firstValue("Location"));
    String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.contains("HttpOnly"), cookie);
    assertTrue(cookie.contains("SameSite=Lax"), cookie);
    String home = guest.page("/");
    assertTrue(home.contains("林夏，接着学点什么？"));
    assertTrue(home.contains("继续学习"));
    assertTrue(home.contains("因为你学完了先修内容"));
  }

  @Test
  void theVisitorCanBeNobodyAgain() {
    guest.become("u-linxia");
    guest.become("");

    assertTrue(guest.page("/").contains("今天想弄懂什么？"));
  }

  @Test
  void aCookieThatWeDidNotSignIsNobody() {
    String forged = Session.COOKIE + "=dS1saW54aWE.AAAA";

    assertTrue(guest.get("/", "Cookie", forged).body().contains("今天想弄懂什么？"));
  }

  @Test
  void learnersWithDifferentPastsGetDifferentProposals() {
    guest.become("u-linxia");
    String one = guest.page("/");
    guest.become("u-zhouning");
    String other = guest.page("/");

    assertFalse(titles(one).equals(titles(other)));
  }

  @Test
  void anotherSiteCannotChooseOrSpeakForALearner() {
    guest.become("u-linxia");

    assertEquals(
        403,
        guest
            .post("/demo/learner", List.of("learner", ""), "Sec-Fetch-Site", "cross-site")
            .statusCode());
    assertEquals(
        403,
        guest
            .post("/feedback", List.of("favourite", "c-1001"), "Origin", "https://evil.example")
            .statusCode());
    assertEquals(List.of(), preview.told());
  }

  @Test
  void guestsAreCountedAndNeverToldApart() {
    HttpResponse<String> found = guest.get("/search?q=Python");
    guest.get("/go/c-1001?rid=r-1&p=1");
    try (Guest another = new Guest(preview)) {
      another.page("/search?q=Python");
    }

    assertEquals(Optional.empty(), found.headers().firstValue("Set-Cookie"));
    List<Event> told = preview.told();
    assertEquals(
        List.of("Search", "Impression", "Click", "Search", "Impression"),
        told.stream().map(event -> event.getClass().getSimpleName()).toList());
    assertTrue(told.stream().allMatch(Event::isOfGuest), told.toString());
    assertEquals(told.get(0).header().requestId(), told.get(1).header().requestId());
    assertEquals(Optional.of("r-1"), told.get(2).header().requestId());
    assertEquals(1, told.stream().map(Event::actor).distinct().count());
    assertTrue(told.stream().allMatch(event -> event.header().session().isEmpty()));
  }

  @Test
  void guestsCannotSayWhatTheyThinkOfAnItem() {
    assertEquals(403, guest.post("/feedback", List.of("favourite", "c-1001")).statusCode());
    assertEquals(List.of(), preview.told());
  }

  @Test
  void whatNoPersonLooksAtIsNotCounted() {
    String googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    String baidu = "Mozilla/5.0 (compatible; Baiduspider/2.0)";
    for (String path : List.of("/", "/search?q=Python", "/go/c-1001?rid=r-1&p=1")) {
      guest.get(path, "User-Agent", googlebot);
      guest.get(path, "User-Agent", baidu);
      guest.get(path, "Sec-Purpose", "prefetch;prerender");
      guest.get(path, "Purpose", "prefetch");
    }
    guest.become("u-linxia");
    guest.get("/search?q=Python", "Sec-Purpose", "prefetch");
    assertEquals(List.of(), preview.told());

    String cubot = "Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG 9) Mobile";
    guest.get("/search?q=Python", "User-Agent", cubot);

    assertEquals(2, preview.told().size(), "a telephone is a person's");
  }

  @Test
  void aSearchIsToldWithWhatItShowed() {
    guest.become("u-linxia");

    guest.page("/search?q=Python");

    Event.Search search = assertInstanceOf(Event.Search.class, preview.told().get(0));
    Event.Impression shown = assertInstanceOf(Event.Impression.class, preview.told().get(1));
    assertEquals("Python", search.query());
    assertEquals(search.header().requestId(), shown.header().requestId());
    assertEquals(18, shown.shown().size());
    assertEquals(Optional.of("search"), shown.header().context().scene());
  }

  @Test
  void aClickIsToldOnTheWayToTheItem() {
    guest.become("u-linxia");

    HttpResponse<String> answer = guest.get("/go/c-1002?rid=r-9&p=3");

    assertEquals(303, answer.statusCode());
    assertEquals(Optional.of("/items/c-1002"), answer.headers().firstValue("Location"));
    Event.Click click = assertInstanceOf(Event.Click.class, preview.told().getLast());
    assertEquals(new ItemId("c-1002"), click.item());
    assertEquals(OptionalInt.of(3), click.position());
    assertEquals(Optional.of("r-9"), click.header().requestId());
  }

  @Test
  void clicksThatNobodyMadeAreNotTold() {
    guest.become("u-linxia");

    assertEquals(303, guest.get("/go/c-1002", "Sec-Fetch-Site", "cross-site").statusCode());
    assertEquals(303, guest.get("/go/c-1002", "Sec-Purpose", "prefetch").statusCode());
    assertEquals(List.of(), preview.told());
  }

  @Test
  void whatIsNotInterestingLeavesTheNextPage() {
    guest.become("u-linxia");
    assertTrue(guest.page("/").contains("name=\"not_interested\" value=\"c-1002\""));

    HttpResponse<String> part =
        guest.post("/feedback", List.of("not_interested", "c-1002"), "HX-Request", "true");

    assertEquals(200, part.statusCode());
    assertTrue(part.body().contains("以后少推荐这类内容"));
    assertFalse(guest.page("/").contains("name=\"not_interested\" value=\"c-1002\""));
    assertTrue(guest.page("/items/c-1002").contains("已标记不感兴趣"));
  }

  @Test
  void feedbackWithoutScriptComesBackToThePage() {
    guest.become("u-linxia");

    HttpResponse<String> answer =
        guest.post("/feedback", List.of("favourite", "c-1002", "return", "/items/c-1002"));

    assertEquals(303, answer.statusCode());
    assertEquals(Optional.of("/items/c-1002"), answer.headers().firstValue("Location"));
    assertTrue(guest.page("/items/c-1002").contains("已收藏"));
    assertTrue(guest.page("/me").contains("写出像样的 Python"));
  }

  @Test
  void whatWasBegunCanBeKeptAsWell() {
    guest.become("u-linxia");
    assertFalse(guest.page("/items/c-1202").contains("已收藏"));

    guest.post("/feedback", List.of("favourite", "c-1202", "return", "/items/c-1202"));

    String page = guest.page("/items/c-1202");
    assertTrue(page.contains("已收藏"));
    assertTrue(page.contains("学到45%"), "and it stays begun");
  }

  @Test
  void feedbackThatMakesNoSenseIsRefused() {
    guest.become("u-linxia");

    for (List<String> fields :
        List.of(
            List.of("favourite", "nobody"),
            List.of("favourite", "a b"),
            List.of("praise", "c-1"))) {
      assertEquals(400, guest.post("/feedback", fields).statusCode(), fields.toString());
    }
  }

  @Test
  void theLearnersOwnPageShowsThePastAndWhatItSays() {
    guest.become("u-linxia");

    String page = guest.page("/me");

    assertTrue(page.contains("学到45%"));
    assertTrue(page.contains("已学完"));
    assertTrue(page.contains("看起来你关注"));
    assertTrue(page.contains("《七天学会 SQL》"));
    guest.become("u-newcomer");
    assertTrue(guest.page("/me").contains("还没有学习记录"));
  }

  @Test
  void theOrderForEverybodyIsOneClickAway() {
    guest.become("u-linxia");

    String own = guest.page("/search?q=Python");
    String plain = guest.page("/search?q=Python&plain=1");

    assertTrue(own.contains("已参考你的学习记录"));
    assertTrue(plain.contains("未使用你的学习记录"));
    guest.become("");
    assertEquals(titles(guest.page("/search?q=Python")), titles(plain));
  }

  @Test
  void noPageIsLargerThanSixtyKilobytes() {
    guest.become("u-linxia");

    for (String path :
        List.of("/", "/search", "/search?explain=1", "/search?q=Python&explain=1", "/me")) {
      int bytes = guest.page(path).getBytes(StandardCharsets.UTF_8).length;

      assertTrue(bytes <= 60_000, path + " has " + bytes + " bytes");
    }
  }

  @Test
  void whatALearnerFinishedShowsOnTheWayToAGoal() {
    guest.become("u-linxia");

    assertTrue(guest.page("/items/c-1202").contains("已学完"));
  }

  private static List<String> titles(String page) {
    return page.lines()
        .filter(line -> line.contains("-title\"><a"))
        .map(PagesForLearnersTest::text)
        .toList();
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", "").strip();
  }
}
