package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixun.server.DemoServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learner's site in front of the whole product. */
class WholeSiteTest {
  @TempDir private static Path folder;
  private static DemoServer server;
  private Guest guest;

  @BeforeAll
  static void start() {
    server = DemoServer.start(folder, 150);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void arrive() {
    guest = new Guest(server.address());
  }

  @AfterEach
  void leave() {
    guest.close();
  }

  private JsonNode json(String path) {
    try {
      return new JsonMapper().readTree(guest.page(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String q(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<String> tags(String user) {
    return StreamSupport.stream(
            json("/v1/users/" + user + "/tags").path("tags").spliterator(), false)
        .map(tag -> tag.path("tag").asText())
        .toList();
  }

  private List<String> samples() {
    return Pattern.compile("name=\"learner\" value=\"(u-[^\"]+)\"")
        .matcher(guest.page("/me"))
        .results()
        .map(learner -> learner.group(1))
        .distinct()
        .toList();
  }

  private List<JsonNode> forYou(String user) {
    JsonNode feed = json("/v1/recommendations?scenario=home&size=60&user=" + user);
    return StreamSupport.stream(feed.path("sections").spliterator(), false)
        .filter(section -> section.path("id").asText().equals("for-you"))
        .flatMap(section -> StreamSupport.stream(section.path("items").spliterator(), false))
        .toList();
  }

  private static long carrying(List<JsonNode> items, String tag) {
    return items.stream()
        .filter(item -> item.at("/item/tags").toString().contains("\"" + tag + "\""))
        .count();
  }

  @Test
  void failuresArePagesInChineseThatLeadOnward() {
    HttpResponse<String> unreadable = guest.get("/items/%ff");
    HttpResponse<String> large = guest.post("/feedback", List.of("x", "甲".repeat(1_000_000)));
    HttpResponse<String> longQuery = guest.get("/search?q=" + "a".repeat(300));

    assertEquals(400, unreadable.statusCode());
    assertTrue(unreadable.body().contains("这个地址读不懂"), unreadable.body());
    assertEquals(413, large.statusCode());
    assertTrue(large.body().contains("内容太大了"), large.body());
    assertEquals(400, longQuery.statusCode());
    assertTrue(longQuery.body().contains("value=\"" + "a".repeat(300)), "it can be shortened");
    for (HttpResponse<String> failed : List.of(unreadable, large, longQuery)) {
      assertTrue(failed.body().contains("<html lang=\"zh-CN\">"), failed.body());
      assertTrue(failed.body().contains("href=\"/search\""), failed.body());
    }
  }

  @Test
  void afterATagIsDeletedTheNextFeedFollowsItNoMore() {
    guest.become("u-linxia");
    String tag = tags("u-linxia").getFirst();
    List<JsonNode> before = forYou("u-linxia");
    assertTrue(carrying(before, tag) > 0, tag + " " + before);

    assertEquals(303, guest.post("/me/data", List.of("hide", tag)).statusCode());

    List<JsonNode> after = forYou("u-linxia");
    assertFalse(tags("u-linxia").contains(tag));
    assertTrue(
        carrying(after, tag) < carrying(before, tag),
        tag + ": " + carrying(before, tag) + " before, " + carrying(after, tag) + " after");
    assertTrue(
        after.stream()
            .noneMatch(item -> item.path("reasons").toString().contains("「" + tag + "」")));
    guest.post("/me/data", List.of("show", tag));
    assertTrue(tags("u-linxia").contains(tag), "and it comes back");
    assertEquals(carrying(before, tag), carrying(forYou("u-linxia"), tag));

    guest.post("/me/data", List.of("hide", tag));
    assertFalse(guest.page("/").contains("你关注的「" + tag), "nor does a reason name it");
    guest.post("/me/data", List.of("show", tag)); // last: what a page shows is an impression
  }

  @Test
  void aForgottenEventIsInNoAnswerAndAnErasedLearnerStartsAnew() {
    String learner = samples().getLast();
    guest.become(learner);
    String history = guest.page("/me/history");
    var record = Pattern.compile("name=\"forget\" value=\"([^\"]*)\"").matcher(history);
    assertTrue(record.find());

    guest.post("/me/data", List.of("forget", record.group(1), "return", "/me/history"));

    assertFalse(guest.page("/me/history?all=1").contains("value=\"" + record.group(1) + "\""));
    assertFalse(guest.page("/me/export").contains("\"id\":\"" + record.group(1) + "\""));
    assertTrue(guest.page("/me/export").contains("\"personalisation\""));

    HttpResponse<String> erased = guest.post("/me/erase", List.of("sure", "yes"));

    assertEquals(200, erased.statusCode());
    assertTrue(erased.body().contains("回执编号"));
    assertTrue(erased.body().contains("学习与浏览记录"));
    assertEquals(404, guest.get("/v1/users/" + learner).statusCode());
    guest.become(learner);
    assertTrue(guest.page("/me/data").contains("还没有标签"));
    assertTrue(guest.page("/").contains("大家都在学"));
  }

  @Test
  void whatIsPaidForIsLabelledAndMovesNothing() {
    String before = hits(guest.page("/search?q=Python"));
    String rule =
        "{\"id\":\"paid\",\"kind\":\"SPONSOR\",\"items\":[\"c-3301\"],\"when\":{\"query\":\"Python\"}}";
    String everywhere = "{\"id\":\"paid-home\",\"kind\":\"SPONSOR\",\"items\":[\"c-3301\"]}";
    guest.put("/v1/rules/paid", rule);
    guest.put("/v1/rules/paid-home", everywhere);
    try {
      String page = guest.page("/search?q=Python");

      String paid = page.substring(page.indexOf("class=\"paid\""), page.indexOf("class=\"hits\""));
      assertTrue(paid.contains("<span class=\"ad\">广告</span>"), paid);
      assertTrue(paid.contains("/go/c-3301?"), paid);
      assertEquals(before, hits(page), "the order of what was found");
      String home = guest.page("/");
      assertTrue(home.contains("<span class=\"ad\">广告</span>"), "feeds too");
    } finally {
      guest.delete("/v1/rules/paid");
      guest.delete("/v1/rules/paid-home");
    }
    assertFalse(guest.page("/search?q=Python").contains("class=\"paid\""));
  }

  private static String hits(String page) {
    return Pattern.compile("class=\"hit\" id=\"([^\"]*)\"")
        .matcher(page.substring(page.indexOf("class=\"hits\"")))
        .results()
        .map(hit -> hit.group(1))
        .toList()
        .toString();
  }

  @Test
  void aLongQueryFillsTheSearchBoxAndNotThePage() {
    String query = "怎么从零开始学会用 Python 做数据分析".repeat(8);

    String page = guest.page("/search?q=" + q(query));

    assertTrue(page.contains("value=\"" + query + "\""), page);
    assertTrue(page.contains("<h1>搜索“" + query.substring(0, 40) + "…”</h1>"), page);
    int bytes = page.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= 60_000, bytes + " bytes");
  }

  @Test
  void whoFindsNothingIsHelpedOn() {
    String page = guest.page("/search?q=" + q("龘靐齉爩"));

    assertTrue(page.contains("没有找到与“龘靐齉爩”有关的内容"));
    assertTrue(page.contains("换个说法试试"));
    assertTrue(page.contains("按分类看看"));
    assertTrue(page.contains("class=\"card\""), "what else there is");
    assertFalse(page.contains("完全匹配"));
  }

  @Test
  void whoFindsLittleIsHelpedOnBelowIt() {
    String page = guest.page("/search?q=" + q("\"三张表看懂一家公司\""));

    assertTrue(page.contains("class=\"hit\""));
    assertTrue(page.contains("结果不多？"));
    assertTrue(page.contains("按分类看看"));
    assertFalse(guest.page("/search?q=Python").contains("结果不多？"));
  }

  @Test
  void whatIsOnlyNearTheWordsIsSaidToBeSo() {
    String near = guest.page("/search?q=" + q("睡不着"));

    assertTrue(near.contains("没有内容与“睡不着”完全匹配，以下是相近的结果"), near);
    assertFalse(guest.page("/search?q=Python").contains("完全匹配"));
    assertFalse(guest.page("/search?q=" + q("机器学习")).contains("完全匹配"));
  }

  @Test
  void oneNumberOfLearnersIsSaidOneWay() {
    guest.become("u-linxia");
    for (String path : List.of("/", "/search?q=Python")) {
      String page = guest.page(path);

      assertFalse(Pattern.compile("\\d 万").matcher(page).find(), path);
    }
  }
}
