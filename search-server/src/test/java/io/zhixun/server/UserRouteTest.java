package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserRouteTest extends SharedRouteTest {
  private static final String PROFILE =
      "{\"id\":\"%s\",\"ageBand\":\"25-34\",\"gender\":\"f\",\"occupation\":\"工程师\","
          + "\"interests\":[\"机器学习\"],\"goals\":[\"成为数据分析师\"],"
          + "\"preferredFormats\":[\"COURSE\"],\"usualHours\":[20,21,22],\"level\":\"BEGINNER\","
          + "\"membership\":\"SVIP\",\"owned\":[\"c-0101\"]}";

  private static void clicks(String user, int count) {
    String events =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "{\"event\":\"click\",\"id\":\"%s-%d\",\"timestamp\":\"2026-11-24T09:00:00Z\",\"user\":\"%s\",\"item\":\"c-%d\"}"
                        .formatted(user, i, user, i))
            .collect(Collectors.joining(",", "[", "]"));
    assertEquals(202, client.post("/v1/events", events).status());
  }

  @Test
  void aProfileIsKeptAndShownWithTheSwitch() {
    String profile = PROFILE.formatted("told");

    Answer put = client.put("/v1/users/told", profile);
    Answer get = client.get("/v1/users/told");

    assertEquals(200, put.status());
    assertTrue(put.json().path("seq").asLong() > 0);
    assertEquals(
        profile.substring(0, profile.length() - 1) + ",\"personalisation\":{\"enabled\":true}}",
        get.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"other\"} | 400 INCONSISTENT /id",
        "{\"interests\":[]} | 400 MISSING /id",
        "{\"id\":\"u1\",\"usualHours\":[24]} | 400 OUT_OF_RANGE /usualHours/0",
        "{\"id\":\"u1\",\"level\":\"EXPERT\"} | 400 NOT_ALLOWED /level",
        "{\"id\":\"u1\",\"minor\":\"yes\"} | 400 WRONG_TYPE /minor",
        "{\"id\":\"u1\",\"age\":7} | 400 UNKNOWN_FIELD /age"
      })
  void aProfileThatBreaksARuleIsRefused(String profile, String problem) {
    assertEquals(problem, client.put("/v1/users/u1", profile).problem());
  }

  @Test
  void personalisationIsSwitchedAndShown() {
    clicks("switched", 1);

    Answer off = client.put("/v1/users/switched/personalisation", "{\"enabled\":false}");

    assertEquals(200, off.status());
    assertFalse(server.store.settings(new UserId("switched")).personalised());
    assertEquals("false", client.get("/v1/users/switched").text("/personalisation/enabled"));
    assertEquals(
        off.body(), client.put("/v1/users/switched/personalisation", "{\"enabled\":false}").body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 400 MISSING /enabled",
        "{\"enabled\":0} | 400 WRONG_TYPE /enabled",
        "{\"enabled\":null} | 400 WRONG_TYPE /enabled",
        "{\"enabled\":true,\"why\":1} | 400 UNKNOWN_FIELD /why",
        "true | 400 WRONG_TYPE"
      })
  void aSwitchIsEitherOnOrOff(String body, String problem) {
    assertEquals(problem, client.put("/v1/users/u1/personalisation", body).problem());
  }

  @Test
  void historyComesNewestFirstInPagesWithoutGaps() {
    clicks("historic", 7);

    List<String> ids = new ArrayList<>();
    String path = "/v1/users/historic/history?size=3";
    Answer page = client.get(path);
    ids.addAll(page.json().path("events").findValuesAsText("id"));
    while (page.json().has("nextCursor")) {
      page = client.get(path + "&cursor=" + page.text("/nextCursor"));
      ids.addAll(page.json().path("events").findValuesAsText("id"));
    }

    assertEquals(
        IntStream.iterate(6, i -> i >= 0, i -> i - 1).mapToObj(i -> "historic-" + i).toList(), ids);
  }

  @Test
  void learnersAreListedInPagesWithTheirEvents() {
    clicks("listed-a", 2);
    clicks("listed-b", 1);

    List<String> learners = new ArrayList<>();
    Answer page = client.get("/v1/users?size=1");
    page.json().path("users").forEach(user -> learners.add(user.toString()));
    while (page.json().has("nextCursor")) {
      page = client.get("/v1/users?size=1&cursor=" + page.text("/nextCursor"));
      page.json().path("users").forEach(user -> learners.add(user.toString()));
    }

    assertTrue(learners.contains("{\"id\":\"listed-a\",\"events\":2}"), learners.toString());
    assertTrue(learners.contains("{\"id\":\"listed-b\",\"events\":1}"), learners.toString());
    assertEquals(learners.stream().distinct().sorted().toList(), learners);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "%00", "AAAA", "LTE", "_"})
  void aCursorThatIsNotOursIsRefused(String cursor) {
    clicks("cursor", 1);

    int status = client.get("/v1/users/cursor/history?cursor=" + cursor).status();

    assertEquals(400, status);
  }

  @Test
  void everythingKeptIsExportedAsLines() {
    client.put("/v1/users/exported", PROFILE.formatted("exported"));
    clicks("exported", 501);

    Answer export = client.get("/v1/users/exported/export");

    List<String> lines = export.body().lines().toList();
    assertEquals("application/x-ndjson", export.header("Content-Type"));
    assertEquals(2 + 501, lines.size());
    assertEquals(PROFILE.formatted("exported"), lines.get(0));
    assertEquals("{\"personalisation\":{\"enabled\":true}}", lines.get(1));
    assertTrue(lines.get(2).contains("\"id\":\"exported-500\""), lines.get(2));
    assertTrue(lines.getLast().contains("\"id\":\"exported-0\""), lines.getLast());
    Answer again =
        client.postLines("/v1/events", lines.subList(2, lines.size()).toArray(String[]::new));
    assertEquals("501", again.text("/duplicates"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/history", "/export"})
  void anUnknownLearnerIsNotFound(String rest) {
    assertEquals("404 NOT_FOUND", client.get("/v1/users/nobody" + rest).problem());
  }
}
