package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pages say to somebody who only reads. */
class PagesTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/search",
          "/search?q=Python",
          "/search?q=Python&format=COURSE&explain=1",
          "/search?q=不存在的东西",
          "/items/c-1202",
          "/me",
          "/how-ranking-works",
          "/nowhere");

  private static final String NASTY =
      "{\"id\":\"x:1#2?3+4\",\"format\":\"COURSE\",\"title\":\"<script>alert(1)</script> &"
          + " \\\"co\\\"\",\"subtitle\":\"<img src=x"
          + " onerror=alert(2)>\",\"summary\":\"</script><b>毒</b>\","
          + "\"authors\":[\"<i>甲</i>\"],\"tags\":[\"a&b=c\"],\"prerequisites\":[\"gone\"]}";

  private static PagePreview preview;
  private static Guest guest;

  @BeforeAll
  static void start() {
    preview = PagePreview.start(0, Shelf.withSampleAnd(NASTY));
    guest = new Guest(preview);
  }

  @AfterAll
  static void stop() {
    guest.close();
    preview.close();
  }

  @Test
  void everyPageIsChineseHtmlUnderTheStrictPolicy() {
    for (String path : PAGES) {
      HttpResponse<String> page = guest.get(path);

      assertEquals(Optional.of(Html.POLICY), page.headers().firstValue("Content-Security-Policy"));
      assertEquals(
          "text/html;charset=utf-8",
          page.headers()
              .firstValue("Content-Type")
              .orElse("")
              .replace(" ", "")
              .toLowerCase(Locale.ROOT));
      assertTrue(page.body().contains("<html lang=\"zh-CN\">"), path);
      assertEquals(1, count(page.body(), "<h1"), path);
      assertFalse(page.body().contains(" style=\""), path);
    }
  }

  @Test
  void noPageIsLargerThanSixtyKilobytes() {
    for (String path : PAGES) {
      int bytes = guest.get(path).body().getBytes(StandardCharsets.UTF_8).length;

      assertTrue(bytes <= 60_000, path + " has " + bytes + " bytes");
    }
  }

  @Test
  void everyAddressOnEveryPageLeadsSomewhere() {
    Set<String> addresses = new LinkedHashSet<>();
    for (String path : PAGES) {
      addresses.addAll(Guest.addresses(guest.get(path).body()));
    }
    assertTrue(addresses.size() > 150, addresses.size() + " addresses");
    for (String address : addresses) {
      HttpResponse<String> answer = guest.get(address);
      if (address.startsWith("/go/")) {
        String item = answer.headers().firstValue("Location").orElseThrow();
        assertTrue(item.startsWith("/items/"), item);
        answer = guest.get(item);
      }
      assertEquals(200, answer.statusCode(), address);
    }
  }

  @Test
  void identifiersOfElementsAreUnique() {
    for (String path : PAGES) {
      Set<String> seen = new LinkedHashSet<>();
      Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(guest.get(path).body());
      while (ids.find()) {
        assertTrue(seen.add(ids.group(1)), path + " has " + ids.group(1) + " twice");
      }
    }
  }

  @Test
  void textOfTheCatalogueNeverBecomesMarkup() {
    String item = Hrefs.item(Shelf.item(NASTY).id());
    for (String path : List.of("/search?q=alert", "/search?q=<script>", item)) {
      String page = guest.page(path.replace("<", "%3C").replace(">", "%3E"));

      assertFalse(page.contains("<script>alert"), path);
      assertFalse(page.contains("<img src=x"), path);
      assertFalse(page.contains("<b>毒"), path);
      assertFalse(page.contains("<i>甲"), path);
      assertFalse(page.contains("javascript:"), path);
    }
    assertTrue(guest.page(item).contains("\"name\":\"\\u003cscript\\u003ealert(1)"));
  }

  @Test
  void whatMatchedIsMarkedAndNothingElse() {
    String page = guest.page("/search?q=python");

    assertTrue(page.contains("用 <mark>Python</mark> 算一遍太阳系"));
    assertTrue(page.contains("命中话题"));
    assertFalse(guest.page("/search").contains("<mark>"));
  }

  @Test
  void chaptersThatMatchedAreNamed() {
    String page = guest.page("/search?q=装饰器用在");

    assertTrue(page.contains("命中章节"));
    assertTrue(page.contains("<mark>装饰器用在</mark>哪儿才值得"));
  }

  @Test
  void anEditionStandsForTheOthersAndNamesThem() {
    String page = guest.page("/search?q=Linux 命令行生存手册");

    assertTrue(page.contains("共 1 个结果"));
    assertTrue(page.contains("其他版本"));
    assertTrue(page.contains("（第3版）（电子书）"));
  }

  @Test
  void facetsNarrowAndCanBeTakenBack() {
    String page = guest.page("/search?q=Python&format=EBOOK");

    assertTrue(page.contains("共 2 个结果"));
    assertTrue(page.contains("<span class=\"hidden\">去掉 </span>电子书"));
    assertTrue(page.contains("href=\"/search?q=Python&amp;format=EBOOK&amp;level=ADVANCED\""));
  }

  @Test
  void theNextPagesGoOnToTheEndWithoutRepeatingAnything() {
    Set<String> found = new LinkedHashSet<>();
    Optional<String> next = Optional.of("/search?q=入门");
    while (next.isPresent()) {
      String page = guest.page(next.get());
      Matcher hits = Pattern.compile("<article class=\"hit\" id=\"h-([^\"]*)\"").matcher(page);
      while (hits.find()) {
        assertTrue(found.add(hits.group(1)), "again " + hits.group(1));
      }
      Matcher more =
          Pattern.compile("<a class=\"button\" href=\"([^\"]*cursor=[^\"]*)\"").matcher(page);
      next = more.find() ? Optional.of(more.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    assertTrue(guest.page("/search?q=入门").contains("共 " + found.size() + " 个结果"));
    assertTrue(found.size() > 40, found.size() + " found");
  }

  @Test
  void scriptGetsOnlyThePartThatIsNew() {
    HttpResponse<String> part = guest.get("/search?q=入门&cursor=at-20", "HX-Request", "true");

    assertTrue(part.body().startsWith("<article class=\"hit\""), part.body());
    assertFalse(part.body().contains("<html"));
    assertTrue(part.headers().firstValue("Vary").orElse("").contains("HX-Request"));
  }

  @Test
  void anAddressThatCannotBeContinuedStartsAgainAndSaysSo() {
    assertTrue(guest.page("/search?q=Python&cursor=nonsense").contains("已回到第一页"));
  }

  @Test
  void findingNothingStillLeadsOn() {
    String page = guest.page("/search?q=机器学系");

    assertTrue(page.contains("没有找到与“机器学系”有关的内容"));
    assertTrue(page.contains("您是不是要找：<a href=\"/search?q=机器学习\">机器学习</a>"));
    assertTrue(page.contains("为你推荐"));
  }

  @Test
  void theWayAnOrderCameAboutIsShownOnRequest() {
    assertFalse(guest.page("/search?q=Python").contains("为什么排在这里"));
    String page = guest.page("/search?q=Python&explain=1");

    assertTrue(page.contains("为什么排在这里"));
    assertTrue(page.contains("与搜索词的匹配程度"));
    assertFalse(page.contains("bm25"));
  }

  @Test
  void anItemPageTellsWhatThereIsToKnow() {
    String page = guest.page("/items/c-1008");

    assertTrue(page.contains("在不可靠的世界里达成一致"));
    assertTrue(page.contains("¥369"));
    assertTrue(page.contains("早鸟价 2027年2月20日截止"));
    assertTrue(page.contains("学习路径"));
    assertTrue(page.contains("\"@type\":\"Course\""));
    assertTrue(page.contains("相似内容"));
  }

  @Test
  void whatIsNotPublishedIsNotThere() {
    for (String path : List.of("/items/c-1224", "/items/nobody", "/go/nobody", "/items/%20")) {
      HttpResponse<String> page = guest.get(path);

      assertEquals(404, page.statusCode(), path);
      assertTrue(page.body().contains("这一页不在书架上"), path);
    }
  }

  @Test
  void aQueryThatIsTooLongIsRefusedInWords() {
    HttpResponse<String> page = guest.get("/search?q=" + "a".repeat(201));

    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains("这句话太长了"));
  }

  @Test
  void anEmptyCatalogueIsNoError() {
    try (PagePreview empty = PagePreview.start(0, Shelf.empty());
        Guest visitor = new Guest(empty)) {
      assertTrue(visitor.page("/").contains("书架还是空的"));
      assertTrue(visitor.page("/search?q=x").contains("没有找到"));
      assertTrue(visitor.page("/how-ranking-works").contains("排序是怎么来的"));
    }
  }

  @Test
  void aFailureIsSaidInWordsToWhoeverReads() {
    try (PagePreview broken = PagePreview.startBroken();
        Guest visitor = new Guest(broken)) {
      HttpResponse<String> page = visitor.get("/");

      assertEquals(500, page.statusCode());
      assertTrue(page.body().contains("我们这边出了点问题"));
      assertFalse(page.body().contains("on purpose"));
    }
  }

  @Test
  void callersOfTheApiAreNotAnsweredWithPages() {
    HttpResponse<String> answer = guest.get("/v1/nothing");

    assertEquals(404, answer.statusCode());
    assertFalse(answer.body().contains("<html"));
  }

  private static int count(String text, String part) {
    return (int) Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
  }
}
