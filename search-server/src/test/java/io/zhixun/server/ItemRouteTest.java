package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zhixun.corpus.ItemId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemRouteTest extends RouteTest {
  private static String item(String id, String title) {
    return "{\"id\":\"%s\",\"format\":\"COURSE\",\"title\":\"%s\"}".formatted(id, title);
  }

  @Test
  void puttingCreatesThenReplaces() {
    Answer created = client.put("/v1/items/c-1", item("c-1", "甲"));
    Answer replaced = client.put("/v1/items/c-1", item("c-1", "乙"));
    Answer same = client.put("/v1/items/c-1", item("c-1", "乙"));

    assertEquals(201, created.status());
    assertEquals("{\"seq\":1}", created.body());
    assertEquals("\"1\"", created.header("ETag"));
    assertEquals("/v1/items/c-1", created.header("Location"));
    assertEquals(200, replaced.status());
    assertEquals("{\"seq\":2}", replaced.body());
    assertEquals("\"2\"", replaced.header("ETag"));
    assertEquals(200, same.status());
    assertEquals("{\"seq\":2}", same.body());
    assertEquals("\"2\"", same.header("ETag"));
  }

  @Test
  void gettingAnswersTheLineWithItsVersion() {
    client.put("/v1/items/c-1", item("c-1", "甲"));

    Answer answer = client.get("/v1/items/c-1");

    assertEquals(
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"甲\",\"language\":\"zh\","
            + "\"access\":\"FREE\",\"status\":\"PUBLISHED\",\"version\":1}",
        answer.body());
    assertEquals("\"1\"", answer.header("ETag"));
  }

  @Test
  void anUnchangedItemIsNotSentAgain() {
    client.put("/v1/items/c-1", item("c-1", "甲"));

    Answer unchanged = client.with("If-None-Match", "\"7\", \"1\"").get("/v1/items/c-1");
    Answer changed = client.with("If-None-Match", "\"7\"").get("/v1/items/c-1");

    assertEquals(304, unchanged.status());
    assertEquals("", unchanged.body());
    assertEquals("\"1\"", unchanged.header("ETag"));
    assertEquals(200, changed.status());
  }

  @Test
  void aRealIdWithPlusAndColonWorksAsItIsAndEncoded() {
    String id = "C_course-v1:TsinghuaX+20740084X+2019_T1";
    client.put("/v1/items/" + id, item(id, "甲"));

    assertEquals(id, client.get("/v1/items/" + id).text("/id"));
    assertEquals(id, client.get("/v1/items/" + Client.encode(id)).text("/id"));
    assertEquals(
        "机",
        client.put("/v1/items/%E6%9C%BA", item("机", "乙")).status() == 201
            ? client.get("/v1/items/%E6%9C%BA").text("/id")
            : "");
  }

  @ParameterizedTest
  @CsvSource({
    "a%20b, 400 BAD_ID /id",
    "a%00b, 400 BAD_REQUEST",
    "%FF, 400 BAD_ENCODING",
    "%C0%AF, 400 BAD_ENCODING",
    "%E6%9C, 400 BAD_ENCODING",
    "a%3Bb, 400 BAD_ID /id"
  })
  void anAbsurdIdInThePathIsRefused(String id, String problem) {
    assertEquals(problem, client.get("/v1/items/" + id).problem());
  }

  @Test
  void aWriteMayInsistOnAVersion() {
    client.put("/v1/items/c-1", item("c-1", "甲"));

    Answer stale = client.with("If-Match", "\"7\"").put("/v1/items/c-1", item("c-1", "乙"));
    Answer weak = client.with("If-Match", "W/\"1\"").put("/v1/items/c-1", item("c-1", "乙"));
    Answer fresh = client.with("If-Match", "\"7\", \"1\"").put("/v1/items/c-1", item("c-1", "乙"));
    Answer any = client.with("If-Match", "*").put("/v1/items/c-1", item("c-1", "丙"));

    assertEquals("412 VERSION_MISMATCH", stale.problem());
    assertEquals("the item has version 1", stale.text("/detail"));
    assertEquals("412 VERSION_MISMATCH", weak.problem());
    assertEquals("\"2\"", fresh.header("ETag"));
    assertEquals("\"3\"", any.header("ETag"));
  }

  @Test
  void aWriteMayInsistOnThereBeingNothingOrSomething() {
    Answer nothing = client.with("If-Match", "*").put("/v1/items/c-1", item("c-1", "甲"));
    Answer fresh = client.with("If-None-Match", "*").put("/v1/items/c-1", item("c-1", "甲"));
    Answer taken = client.with("If-None-Match", "*").put("/v1/items/c-1", item("c-1", "乙"));

    assertEquals("412 VERSION_MISMATCH", nothing.problem());
    assertEquals("the item does not exist", nothing.text("/detail"));
    assertEquals(201, fresh.status());
    assertEquals("412 VERSION_MISMATCH", taken.problem());
  }

  @Test
  void anEditedAnswerCanBeSentBackAndOverwritesNobody() {
    client.put("/v1/items/c-1", item("c-1", "甲"));
    String read = client.get("/v1/items/c-1").body();

    Answer first = client.put("/v1/items/c-1", read.replace("甲", "乙"));
    Answer second = client.put("/v1/items/c-1", read.replace("甲", "丙"));

    assertEquals(200, first.status());
    assertEquals("412 VERSION_MISMATCH", second.problem());
    assertEquals("乙", client.get("/v1/items/c-1").text("/title"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If-Match | 1 | 400 MALFORMED /If-Match",
        "If-Match | \"1\" \"2\" | 400 MALFORMED /If-Match",
        "If-Match | , | 400 MALFORMED /If-Match",
        "If-None-Match | \"1\" | 400 MALFORMED /If-None-Match"
      })
  void aMalformedConditionIsRefused(String header, String value, String problem) {
    assertEquals(
        problem, client.with(header, value).put("/v1/items/c-1", item("c-1", "甲")).problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"c-2\",\"format\":\"COURSE\",\"title\":\"甲\"} | 400 INCONSISTENT /id",
        "{\"id\":\"c-1\",\"format\":\"COURSE\"} | 400 MISSING /title",
        "{\"id\":\"c-1\",\"format\":\"course\",\"title\":\"甲\"} | 400 NOT_ALLOWED /format",
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\" \"} | 400 BLANK /title",
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"甲\",\"autor\":\"x\"} | 400 UNKNOWN_FIELD"
            + " /autor",
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"甲\",\"tags\":[\"a\",7]} | 400 WRONG_TYPE"
            + " /tags/1",
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"甲\",\"rating\":5.1} | 400 OUT_OF_RANGE"
            + " /rating",
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"甲\",\"published\":\"2026-01-01\"} | 400"
            + " BAD_TIME /published",
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"甲\",\"version\":\"1\"} | 400 WRONG_TYPE"
            + " /version"
      })
  void aLineThatBreaksARuleIsRefused(String line, String problem) {
    assertEquals(problem, client.put("/v1/items/c-1", line).problem());
    assertFalse(server.store.item(new ItemId("c-1")).isPresent());
  }

  @Test
  void patchingChangesSomeFieldsAndRemovesNulls() {
    client.put(
        "/v1/items/c-1",
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"甲\",\"subtitle\":\"旧\",\"tags\":[\"a\"],"
            + "\"length\":{\"minutes\":90,\"lessons\":3}}");

    Answer patched =
        client.patch(
            "/v1/items/c-1",
            "{\"title\":\"乙\",\"subtitle\":null,\"tags\":[\"b\",\"c\"],\"length\":{\"lessons\":4}}");

    assertEquals(200, patched.status());
    assertEquals("\"2\"", patched.header("ETag"));
    Answer after = client.get("/v1/items/c-1");
    assertEquals("乙", after.text("/title"));
    assertFalse(after.json().has("subtitle"));
    assertEquals("[\"b\",\"c\"]", after.json().path("tags").toString());
    assertEquals("{\"minutes\":90,\"lessons\":4}", after.json().path("length").toString());
  }

  @Test
  void patchingKeepsTheRulesOfALine() {
    client.put("/v1/items/c-1", item("c-1", "甲"));

    assertEquals("400 MISSING /title", client.patch("/v1/items/c-1", "{\"title\":null}").problem());
    assertEquals(
        "400 INCONSISTENT /id", client.patch("/v1/items/c-1", "{\"id\":\"c-2\"}").problem());
    assertEquals("400 WRONG_TYPE", client.patch("/v1/items/c-1", "[]").problem());
    assertEquals(
        "412 VERSION_MISMATCH",
        client.with("If-Match", "\"9\"").patch("/v1/items/c-1", "{}").problem());
    assertEquals("404 NOT_FOUND", client.patch("/v1/items/c-2", "{}").problem());
  }

  @Test
  void patchesOfManyWritersAllArrive() {
    client.put("/v1/items/c-1", item("c-1", "甲"));
    List<String> fields = List.of("minutes", "pages", "lessons");

    fields.parallelStream()
        .forEach(
            field ->
                IntStream.rangeClosed(1, 10)
                    .forEach(
                        i -> patchUntilAccepted("{\"length\":{\"" + field + "\":" + i + "}}")));

    assertEquals("31", client.get("/v1/items/c-1").text("/version"));
    assertEquals(
        "{\"minutes\":10,\"pages\":10,\"lessons\":10}",
        client.get("/v1/items/c-1").json().path("length").toString());
  }

  private void patchUntilAccepted(String patch) {
    Answer answer = client.patch("/v1/items/c-1", patch);
    while (answer.status() == 503) {
      answer = client.patch("/v1/items/c-1", patch);
    }
    assertEquals(200, answer.status());
  }

  @Test
  void deletingRemoves() {
    client.put("/v1/items/c-1", item("c-1", "甲"));

    Answer stale = client.with("If-Match", "\"9\"").delete("/v1/items/c-1");
    Answer deleted = client.delete("/v1/items/c-1");
    Answer again = client.delete("/v1/items/c-1");

    assertEquals("412 VERSION_MISMATCH", stale.problem());
    assertEquals("{\"seq\":2}", deleted.body());
    assertEquals("404 NOT_FOUND", again.problem());
    assertEquals("404 NOT_FOUND", client.get("/v1/items/c-1").problem());
  }

  @Test
  void anItemThatComesBackIsNewAgain() {
    client.put("/v1/items/c-1", item("c-1", "甲"));
    client.delete("/v1/items/c-1");

    Answer back = client.put("/v1/items/c-1", item("c-1", "甲"));

    assertEquals(201, back.status());
    assertEquals("\"3\"", back.header("ETag"));
  }
}
