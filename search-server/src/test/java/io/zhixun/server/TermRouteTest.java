package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Synonyms and domain words over HTTP, as the record keeps them. */
class TermRouteTest extends RouteTest {
  private static String line(String id, String text) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("text", text).toString();
  }

  private Answer put(String path, String text) {
    return client.put(path, line(path.replaceAll(".*/", ""), text));
  }

  @Test
  void puttingCreatesThenReplacesAndTheSameOnceMoreChangesNothing() {
    Answer created = put("/v1/synonyms/s-1", "机器学习, ML");
    Answer replaced = put("/v1/synonyms/s-1", "ML => 机器学习");
    Answer same = put("/v1/synonyms/s-1", "ML => 机器学习");

    assertEquals(201, created.status());
    assertEquals("{\"seq\":1}", created.body());
    assertEquals("\"1\"", created.header("ETag"));
    assertEquals("/v1/synonyms/s-1", created.header("Location"));
    assertEquals(200, replaced.status());
    assertEquals("\"2\"", replaced.header("ETag"));
    assertEquals("{\"seq\":2}", same.body());
    Answer read = client.get("/v1/synonyms/s-1");
    assertEquals("{\"id\":\"s-1\",\"text\":\"ML => 机器学习\",\"version\":2}", read.body());
    assertEquals("\"2\"", read.header("ETag"));
  }

  @Test
  void aWordSaysThatItWaitsForTheNextSnapshot() {
    Answer put = put("/v1/words/w-1", "知识付费");

    assertEquals("{\"seq\":1,\"active\":false}", put.body());
    assertEquals(
        "{\"id\":\"w-1\",\"text\":\"知识付费\",\"version\":1,\"active\":false}",
        client.get("/v1/words/w-1").body());
  }

  @Test
  void theListsAreApart() {
    put("/v1/words/x", "知识付费");

    assertEquals("404 NOT_FOUND", client.get("/v1/synonyms/x").problem());
    assertEquals("404 NOT_FOUND", client.delete("/v1/synonyms/x").problem());
    assertEquals("{\"synonyms\":[]}", client.get("/v1/synonyms").body());
    assertEquals(1, client.get("/v1/words").json().path("words").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"synonym", "word"})
  void aLongListComesInPagesByIdentifier(String noun) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      String id = "id-" + (7 - i);
      ids.addFirst(id);
      put("/v1/" + noun + "s/" + id, noun.equals("word") ? "词语" + i : "词" + i + ", " + i);
    }

    List<String> listed = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = client.get("/v1/" + noun + "s?size=3" + cursor).json();
      page.path(noun + "s").forEach(one -> listed.add(one.path("id").asText()));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());

    assertEquals(ids, listed);
  }

  @Test
  void aWriteMayInsistOnAVersionOrOnThereBeingNothing() {
    put("/v1/synonyms/s-1", "甲, 乙");
    Client stale = client.with("If-Match", "\"7\"");

    assertEquals(
        "412 VERSION_MISMATCH", stale.put("/v1/synonyms/s-1", line("s-1", "甲, 丙")).problem());
    assertEquals(
        "the synonym has version 1",
        stale.put("/v1/synonyms/s-1", line("s-1", "甲, 丙")).text("/detail"));
    assertEquals("412 VERSION_MISMATCH", stale.delete("/v1/synonyms/s-1").problem());
    assertEquals(
        "412 VERSION_MISMATCH",
        client.with("If-None-Match", "*").put("/v1/synonyms/s-1", line("s-1", "甲, 丙")).problem());
    assertEquals(
        "412 VERSION_MISMATCH",
        client.with("If-Match", "*").put("/v1/words/w-9", line("w-9", "知识付费")).problem());
    assertEquals(
        "\"2\"",
        client
            .with("If-Match", "\"1\"")
            .put("/v1/synonyms/s-1", line("s-1", "甲, 丙"))
            .header("ETag"));
    assertEquals(200, client.with("If-Match", "\"2\"").delete("/v1/synonyms/s-1").status());
  }

  @ParameterizedTest
  @CsvSource({"/v1/synonyms/s-1, '甲, 乙', '甲, 丙'", "/v1/words/w-1, 知识付费, 知识经济"})
  void anEditedAnswerCanBeSentBackAndOverwritesNobody(String path, String old, String next) {
    put(path, old);
    String read = client.get(path).body();

    Answer first = client.put(path, read.replace(old, next));
    Answer second = client.put(path, read.replace(old, next + "也"));

    assertEquals(200, first.status(), first.body());
    assertEquals("412 VERSION_MISMATCH", second.problem());
    assertEquals(next, client.get(path).text("/text"));
  }

  @Test
  void whatIsDeletedIsGoneAndNewAgainWhenItComesBack() {
    put("/v1/synonyms/s-1", "甲, 乙");

    assertEquals("{\"seq\":2}", client.delete("/v1/synonyms/s-1").body());
    assertEquals("404 NOT_FOUND", client.delete("/v1/synonyms/s-1").problem());
    assertEquals("404 NOT_FOUND", client.get("/v1/synonyms/s-1").problem());
    Answer back = put("/v1/synonyms/s-1", "甲, 乙");
    assertEquals(201, back.status());
    assertEquals("\"3\"", back.header("ETag"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "synonyms | {} | 400 MISSING /id",
        "synonyms | [] | 400 WRONG_TYPE",
        "synonyms | {\"id\":\"x\"} | 400 MISSING /text",
        "synonyms | {\"id\":\"y\",\"text\":\"甲, 乙\"} | 400 INCONSISTENT /id",
        "synonyms | {\"id\":\"x\",\"text\":null} | 400 WRONG_TYPE /text",
        "synonyms | {\"id\":\"x\",\"text\":[\"甲\",\"乙\"]} | 400 WRONG_TYPE /text",
        "synonyms | {\"id\":\"x\",\"text\":\" \"} | 400 BLANK /text",
        "synonyms | {\"id\":\"x\",\"text\":\"甲\"} | 400 MALFORMED /text",
        "synonyms | {\"id\":\"x\",\"text\":\"甲 => \"} | 400 MALFORMED /text",
        "synonyms | {\"id\":\"x\",\"text\":\"甲, 乙 => 乙\"} | 400 MALFORMED /text",
        "synonyms | {\"id\":\"x\",\"text\":\"甲 => 乙 => 丙\"} | 400 MALFORMED /text",
        "synonyms | {\"id\":\"x\",\"text\":\"甲, 乙, 甲\"} | 400 DUPLICATE /text",
        "synonyms | {\"id\":\"x\",\"text\":\"甲, 乙\\u0000\"} | 400 BAD_TEXT /text",
        "synonyms | {\"id\":\"x\",\"text\":\"甲, 乙\",\"active\":true} | 400 UNKNOWN_FIELD /active",
        "synonyms | {\"id\":\"x\",\"txt\":\"甲, 乙\"} | 400 MISSING /text",
        "words | {\"id\":\"x\",\"text\":\"甲\"} | 400 MALFORMED /text",
        "words | {\"id\":\"x\",\"text\":\"知识, 付费\"} | 400 MALFORMED /text",
        "words | {\"id\":\"x\",\"text\":\" 知识付费\"} | 400 MALFORMED /text",
        "words | {\"id\":\"x\",\"text\":7} | 400 WRONG_TYPE /text",
        "words | {\"id\":\"x\",\"text\":\"知识付费\",\"active\":\"no\"} | 400 WRONG_TYPE /active",
        "words | {\"id\":\"x\",\"text\":\"知识付费\",\"version\":\"1\"} | 400 WRONG_TYPE /version"
      })
  void whatCannotBeMeantIsRefusedByItsField(String list, String body, String problem) {
    assertEquals(problem, client.put("/v1/" + list + "/x", body).problem());
    assertEquals(0, client.get("/v1/" + list).json().path(list).size());
  }

  @Test
  void whatIsFarTooLongIsRefusedAndSaysHowLongItMayBe() {
    String tenKilobytes = "词".repeat(10_000);

    assertEquals("400 TOO_LONG /text", put("/v1/synonyms/s", "甲, " + tenKilobytes).problem());
    assertEquals("400 TOO_LONG /text", put("/v1/words/w", "词".repeat(65)).problem());
    assertTrue(put("/v1/words/w", "词".repeat(65)).text("/detail").contains("at most 64"));
    assertEquals("400 BAD_ID /id", client.put("/v1/words/w", line(tenKilobytes, "知识付费")).problem());
    assertEquals("400 BAD_ID /id", client.get("/v1/words/" + "a".repeat(10_000)).problem());
    assertEquals("400 BAD_ID /id", client.delete("/v1/synonyms/a%20b").problem());
    assertEquals("400 BAD_CURSOR /cursor", client.get("/v1/words?cursor=%2A").problem());
    assertEquals("400 UNKNOWN_PARAMETER /sort", client.get("/v1/words?sort=id").problem());
    assertEquals("400 OUT_OF_RANGE /size", client.get("/v1/synonyms?size=0").problem());
    assertEquals(
        "415 UNSUPPORTED_MEDIA_TYPE",
        client.with("Content-Type", "text/plain").put("/v1/words/w", line("w", "知识付费")).problem());
  }

  @Test
  void aListSaysEverythingOnce() {
    put("/v1/words/w-1", "Spring Boot");

    Answer twice = put("/v1/words/w-2", "spring boot");

    assertEquals("400 DUPLICATE /text", twice.problem());
    assertEquals(
        "text must occur once in the list, but w-1 says so already", twice.text("/detail"));
    assertFalse(client.get("/v1/words").body().contains("w-2"));
  }
}
