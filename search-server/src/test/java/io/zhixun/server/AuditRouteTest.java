package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.store.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who did what, over HTTP, and the way back. */
class AuditRouteTest extends RouteTest {
  private Client editor;
  private String who;

  @Override
  TestServer newServer() {
    return TestServer.with(ServerSettings.DEFAULTS).withCourses();
  }

  @BeforeEach
  void key() {
    String key = server.key(Role.EDITOR);
    editor = server.client().withKey(key);
    who = "key " + key.replaceAll("\\..*", "");
  }

  private static String synonym(String id, String text) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}";
  }

  private static String rule(String id, String kind) {
    return "{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\",\"items\":[\"c-2\"]}";
  }

  private List<JsonNode> entries(String query) {
    JsonNode entries = editor.get("/v1/audit" + query).json().path("entries");
    return StreamSupport.stream(entries.spliterator(), false).toList();
  }

  private List<String> told(String query) {
    return entries(query).stream()
        .map(entry -> entry.path("kind").asText() + " " + entry.path("action").asText())
        .toList();
  }

  @Test
  void everyEditSaysWhoWhenWhatAndWhatWasThereBefore() {
    editor.put("/v1/synonyms/s-1", synonym("s-1", "甲, 乙"));
    editor.put("/v1/synonyms/s-1", synonym("s-1", "甲, 丙"));
    editor.delete("/v1/synonyms/s-1");

    List<JsonNode> entries = entries("");

    assertEquals(3, entries.size());
    JsonNode changed = entries.get(1);
    assertEquals(who, changed.path("who").asText());
    assertEquals("2026-11-24T10:00:00Z", changed.path("at").asText());
    assertEquals("SYNONYM", changed.path("kind").asText());
    assertEquals("SAVED", changed.path("action").asText());
    assertEquals("s-1", changed.path("target").asText());
    assertEquals("{\"id\":\"s-1\",\"text\":\"甲, 乙\"}", changed.path("before").toString());
    assertEquals("{\"id\":\"s-1\",\"text\":\"甲, 丙\"}", changed.path("after").toString());
    assertFalse(entries.get(2).has("before"));
    assertEquals("DELETED", entries.getFirst().path("action").asText());
    assertFalse(entries.getFirst().has("after"));
    assertTrue(entries.getFirst().path("before").toString().contains("丙"));
  }

  @Test
  void allThatEditorsDoIsInItWhateverTheRoute() {
    String item = "{\"id\":\"c-9\",\"format\":\"COURSE\",\"title\":\"论茶\"}";
    Client admin = server.client().withKey(server.key(Role.ADMIN));
    editor.put("/v1/items/c-9", item);
    editor.patch("/v1/items/c-9", "{\"title\":\"再论茶\"}");
    editor.delete("/v1/items/c-9");
    String batch = editor.postLines("/v1/items:bulk", item).text("/batchId");
    editor.post("/v1/batches/" + batch + "/undo", "");
    editor.put("/v1/rules/r-1", rule("r-1", "PIN"));
    editor.put("/v1/words/w-1", synonym("w-1", "论茶经"));
    String key = admin.post("/v1/keys", "{\"name\":\"a\",\"role\":\"READER\"}").text("/id");
    admin.delete("/v1/keys/" + key);

    assertEquals(
        List.of(
            "KEY REVOKED",
            "KEY CREATED",
            "WORD SAVED",
            "RULE SAVED",
            "BATCH UNDONE",
            "ITEM DELETED",
            "BATCH IMPORTED",
            "ITEM SAVED",
            "ITEM DELETED",
            "ITEM SAVED",
            "ITEM SAVED"),
        told(""));
  }

  @Test
  void itIsAskedForOneKindOneTargetOnePerson() {
    Client other = server.client().withKey(server.key(Role.EDITOR));
    editor.put("/v1/synonyms/x", synonym("x", "甲, 乙"));
    editor.put("/v1/words/x", synonym("x", "论茶经"));
    other.put("/v1/rules/x", rule("x", "PIN"));
    other.put("/v1/rules/y", rule("y", "HIDE"));

    assertEquals(List.of("WORD SAVED"), told("?kind=WORD"));
    assertEquals(List.of("RULE SAVED", "RULE SAVED"), told("?kind=RULE"));
    assertEquals(List.of("RULE SAVED", "WORD SAVED", "SYNONYM SAVED"), told("?target=x"));
    assertEquals(List.of("RULE SAVED"), told("?kind=RULE&target=x"));
    assertEquals(List.of("WORD SAVED", "SYNONYM SAVED"), told("?who=" + Client.encode(who)));
    assertEquals(List.of(), told("?who=nobody"));
    assertEquals(List.of(), told("?kind=SESSION"));
  }

  @Test
  void pagesHaveEachEntryOnceWhateverComesMeanwhile() {
    for (int i = 0; i < 7; i++) {
      editor.put("/v1/synonyms/s-" + i, synonym("s-" + i, "词" + i + ", " + i));
    }

    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = editor.get("/v1/audit?kind=SYNONYM&size=3" + cursor).json();
      page.path("entries").forEach(entry -> seen.add(entry.path("target").asText()));
      editor.put("/v1/synonyms/late", synonym("late", "迟到" + seen.size() + ", 来迟"));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());

    assertEquals(List.of("s-6", "s-5", "s-4", "s-3", "s-2", "s-1", "s-0"), seen);
  }

  @ParameterizedTest
  @CsvSource({
    "kind=rule, 400 NOT_ALLOWED /kind",
    "kind=, 400 NOT_ALLOWED /kind",
    "kind=OTHER, 400 NOT_ALLOWED /kind",
    "target=, 400 BAD_ID /target",
    "target=a%2Fb, 400 BAD_ID /target",
    "who=, 400 BLANK /who",
    "size=101, 400 OUT_OF_RANGE /size",
    "size=all, 400 WRONG_TYPE /size",
    "cursor=x, 400 BAD_CURSOR /cursor",
    "before=7, 400 UNKNOWN_PARAMETER /before",
    "kind=RULE&kind=ITEM, 400 DUPLICATE /kind"
  })
  void whatCannotBeMeantIsRefused(String query, String problem) {
    assertEquals(problem, editor.get("/v1/audit?" + query).problem());
  }

  @Test
  void nothingThatLearnersDoIsInIt() {
    Client admin = server.client().withKey(server.key(Role.ADMIN));
    admin.put("/v1/users/u-secret", "{\"id\":\"u-secret\",\"occupation\":\"医生\"}");
    admin.post(
        "/v1/events",
        """
        {"event":"click","id":"e-secret","timestamp":"2026-11-24T09:00:00Z","user":"u-secret","item":"c-1"}\
        """);
    admin.delete("/v1/users/u-secret");
    editor.put("/v1/rules/r-1", rule("r-1", "PIN"));

    String body = editor.get("/v1/audit").body();

    assertFalse(body.contains("secret"), body);
    assertEquals(List.of("RULE SAVED"), told(""));
  }

  @Test
  void aRuleAndALineAreAgainWhatTheyWereBefore() {
    editor.put("/v1/rules/r-1", rule("r-1", "PIN"));
    editor.put("/v1/rules/r-1", rule("r-1", "HIDE"));
    editor.put("/v1/synonyms/s-1", synonym("s-1", "甲, 乙"));
    editor.delete("/v1/synonyms/s-1");

    undo(entries("?kind=RULE").getFirst());
    undo(entries("?kind=SYNONYM").getFirst());

    assertEquals("PIN", editor.get("/v1/rules").text("/rules/0/kind"));
    assertEquals("甲, 乙", editor.get("/v1/synonyms/s-1").text("/text"));
    undo(entries("?kind=SYNONYM").get(2));
    assertEquals("404 NOT_FOUND", editor.get("/v1/synonyms/s-1").problem());
    assertEquals(5, entries("?kind=SYNONYM").size() + 1, "an undoing is an edit");
  }

  private void undo(JsonNode entry) {
    Answer undone = editor.post("/v1/audit/" + entry.path("id").asText() + "/undo", "");
    assertTrue(entry.path("undoable").asBoolean());
    assertEquals(200, undone.status(), undone.body());
    assertTrue(undone.json().path("seq").asLong() > 0);
  }

  @Test
  void whatCannotBeTakenBackSaysSo() {
    editor.put("/v1/items/c-1", "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"论茶\"}");
    editor.put("/v1/words/w-1", synonym("w-1", "论茶经"));
    String added = entries("").getFirst().path("id").asText();
    editor.delete("/v1/words/w-1");
    String item = entries("?kind=ITEM").getFirst().path("id").asText();

    assertFalse(entries("?kind=ITEM").getFirst().path("undoable").asBoolean());
    assertEquals("409 NOT_UNDOABLE", editor.post("/v1/audit/" + item + "/undo", "").problem());
    assertEquals("409 NOT_UNDOABLE", editor.post("/v1/audit/" + added + "/undo", "").problem());
    for (String id : List.of("999", "0", "x", "-1", "9".repeat(40))) {
      assertEquals("404 NOT_FOUND", editor.post("/v1/audit/" + id + "/undo", "").problem(), id);
    }
  }
}
