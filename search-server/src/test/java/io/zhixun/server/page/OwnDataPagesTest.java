package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a learner can see of the data about them and do with it, without script. */
class OwnDataPagesTest {
  private PagePreview preview;
  private Guest guest;

  @BeforeEach
  void start() {
    preview = PagePreview.start(0);
    guest = new Guest(preview);
    guest.become("u-linxia");
  }

  @AfterEach
  void stop() {
    guest.close();
    preview.close();
  }

  private HttpResponse<String> wish(String button, String value) {
    return guest.post("/me/data", List.of(button, value, "return", "/me/data"));
  }

  private static Optional<String> location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location");
  }

  @Test
  void personalisationIsSwitchedOffAndOn() {
    assertTrue(guest.page("/me/data").contains("关闭个性化"));

    HttpResponse<String> answer = wish("personalise", "off");

    assertEquals(303, answer.statusCode());
    assertEquals(Optional.of("/me/data?done=personalise"), location(answer));
    String page = guest.page("/me/data?done=personalise");
    assertTrue(page.contains("个性化设置已保存"));
    assertTrue(page.contains("已关闭"));
    assertTrue(page.contains("这些标签目前不参与排序"));
    wish("personalise", "on");
    assertTrue(guest.page("/me/data").contains("已开启"));
  }

  @Test
  void aTagShowsWhatItComesFromAndCanBeDeletedAndBroughtBack() {
    String before = guest.page("/me/data");
    assertTrue(before.contains("name=\"hide\" value=\"Python\""));
    assertTrue(before.contains("你填写的兴趣"));
    assertTrue(before.contains("《"), "items behind tags");

    wish("hide", "Python");

    String after = guest.page("/me/data");
    assertFalse(after.contains("name=\"hide\" value=\"Python\""));
    assertTrue(after.contains("name=\"show\" value=\"Python\""));
    assertFalse(guest.page("/me").contains(">Python</a><svg"), "nor in the summary");
    wish("show", "Python");
    assertTrue(guest.page("/me/data").contains("name=\"hide\" value=\"Python\""));
  }

  @Test
  void allTagsCanBeDeletedAtOnce() {
    wish("hide-all", "yes");

    String page = guest.page("/me/data");
    assertFalse(page.contains("name=\"hide\""));
    assertTrue(page.contains("目前没有参考任何标签"));
  }

  @Test
  void oneRecordIsDeletedAndTheOthersStay() {
    String before = guest.page("/me/history");
    Matcher first = Pattern.compile("name=\"forget\" value=\"([^\"]*)\"").matcher(before);
    assertTrue(first.find());
    int records = before.split("name=\"forget\"", -1).length;

    HttpResponse<String> answer =
        guest.post("/me/data", List.of("forget", first.group(1), "return", "/me/history?all=1"));

    assertEquals(Optional.of("/me/history?all=1&done=forget"), location(answer));
    String after = guest.page("/me/history");
    assertFalse(after.contains("value=\"" + first.group(1) + "\""));
    assertEquals(records - 1, after.split("name=\"forget\"", -1).length);
  }

  @Test
  void whatWasOnlyShownIsListedWhenAskedFor() {
    guest.page("/search?q=Python");

    assertTrue(guest.page("/me/history").contains("搜索“Python”"));
    assertFalse(guest.page("/me/history").contains("向你展示了"));
    assertTrue(guest.page("/me/history?all=1").contains("向你展示了18项内容"));
  }

  @Test
  void aLongHistoryIsReadPageByPage() {
    for (int n = 0; n < 70; n++) {
      guest.post("/feedback", List.of("favourite", "c-1002"));
    }
    int records = 0;
    String path = "/me/history";
    for (int pages = 1; !path.isEmpty(); pages++) {
      assertTrue(pages <= 3, path);
      String page = guest.page(path);
      records += page.split("name=\"forget\"", -1).length - 1;
      Matcher next = Pattern.compile("href=\"(/me/history\\?before=\\d+)\"").matcher(page);
      path = next.find() ? next.group(1) : "";
    }

    assertEquals(70 + 4, records);
  }

  @Test
  void everythingIsTakenAlongAsAFile() {
    HttpResponse<String> file = guest.get("/me/export");

    assertEquals(200, file.statusCode());
    assertEquals(
        Optional.of("attachment; filename=\"zhixun-data.ndjson\""),
        file.headers().firstValue("Content-Disposition"));
    assertEquals(4, file.body().lines().count());
    file.body().lines().forEach(line -> assertTrue(line.startsWith("{"), line));
  }

  @Test
  void erasingIsConfirmedFirstAndAnsweredWithAReceipt() {
    assertTrue(guest.page("/me/erase").contains("无法恢复"));
    HttpResponse<String> unsure = guest.post("/me/erase", List.of("sure", ""));
    assertEquals(422, unsure.statusCode());
    assertTrue(unsure.body().contains("请先勾选"));
    assertTrue(guest.page("/me/history").contains("name=\"forget\""), "nothing is gone yet");

    HttpResponse<String> erased = guest.post("/me/erase", List.of("sure", "yes"));

    assertEquals(200, erased.statusCode());
    assertTrue(erased.body().contains("receipt-1"));
    assertTrue(erased.body().contains("<dd>4条</dd>"), erased.body());
    assertTrue(guest.page("/me/data").contains("访客"), "and nobody is signed in any more");
    guest.become("u-linxia");
    assertTrue(guest.page("/me/data").contains("还没有标签"));
    assertTrue(guest.page("/me/history").contains("还没有记录"));
  }

  @Test
  void allRecordsCanBeClearedWhileTheProfileStays() {
    guest.post("/me/data", List.of("forget-all", "yes", "return", "/me/history"));

    assertTrue(guest.page("/me/history").contains("还没有记录"));
    assertTrue(guest.page("/me").contains("会计"));
  }

  @Test
  void nobodyElseCanDoItAndAGuestHasNothing() {
    for (String path : List.of("/me/data", "/me/erase")) {
      HttpResponse<String> foreign =
          guest.post(
              path, List.of("hide", "Python", "sure", "yes"), "Sec-Fetch-Site", "cross-site");

      assertEquals(403, foreign.statusCode(), path);
    }
    assertTrue(guest.page("/me/data").contains("name=\"hide\" value=\"Python\""));
    guest.become("");
    for (String path : List.of("/me/data", "/me/history", "/me/export", "/me/erase")) {
      assertTrue(guest.page(path).contains("这里没有关于你的数据"), path);
    }
    assertEquals(403, wish("hide", "Python").statusCode());
  }

  @Test
  void aFormThatMakesNoSenseIsRefused() {
    for (List<String> fields :
        List.of(
            List.of("personalise", "perhaps"),
            List.of("hide", " "),
            List.of("forget", "a b"),
            List.of("forget-all", "no"),
            List.of("praise", "me"))) {
      assertEquals(400, guest.post("/me/data", fields).statusCode(), fields.toString());
    }
  }
}
