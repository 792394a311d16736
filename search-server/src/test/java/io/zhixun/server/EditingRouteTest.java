package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.store.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulk changes and their undoing, histories of items, rules. */
class EditingRouteTest extends RouteTest {
  private Client editor;

  @Override
  TestServer newServer() {
    return TestServer.with(ServerSettings.DEFAULTS).withCourses();
  }

  @BeforeEach
  void key() {
    editor = server.client().withKey(server.key(Role.EDITOR));
  }

  private static String course(String id, String title) {
    return "{\"id\":\"" + id + "\",\"format\":\"COURSE\",\"title\":\"" + title + "\"}";
  }

  @Test
  void aBulkChangeIsUndoneAsOne() {
    Answer bulk =
        editor.postLines(
            "/v1/items:bulk", course("c-1", "改了"), course("c-new", "新来的"), "{\"id\":\"x\"}");
    String batch = bulk.text("/batchId");

    Answer undone = editor.post("/v1/batches/" + batch + "/undo", "");

    assertEquals(2, bulk.json().path("accepted").asInt());
    assertEquals(1, undone.json().path("restored").asInt(), undone.body());
    assertEquals(1, undone.json().path("removed").asInt());
    assertEquals("机器学习入门", editor.get("/v1/items/c-1").text("/title"));
    assertEquals(404, editor.get("/v1/items/c-new").status());
    assertTrue(undone.json().path("seq").asLong() > bulk.json().path("seq").asLong());
    assertEquals(
        0, editor.post("/v1/batches/" + batch + "/undo", "").json().at("/restored").asInt());
  }

  @Test
  void whatSomebodyChangedSinceIsLeftAloneAndNamed() {
    String batch =
        editor
            .postLines("/v1/items:bulk", course("c-1", "改了"), course("c-2", "也改了"))
            .text("/batchId");
    editor.put("/v1/items/c-1", course("c-1", "又改了"));

    Answer undone = editor.post("/v1/batches/" + batch + "/undo", "");

    assertEquals("[\"c-1\"]", undone.json().path("conflicts").toString());
    assertEquals("又改了", editor.get("/v1/items/c-1").text("/title"));
    assertEquals("深入机器学习", editor.get("/v1/items/c-2").text("/title"));
  }

  @Test
  void eachBulkChangeHasANameOfItsOwn() {
    String one = editor.postLines("/v1/items:bulk", course("c-3", "一")).text("/batchId");
    String other = editor.postLines("/v1/items:bulk", course("c-4", "二")).text("/batchId");

    assertNotEquals(one, other);
    assertEquals(404, editor.post("/v1/batches/b-none/undo", "").status());
    assertEquals(404, editor.post("/v1/batches/a.b/undo", "").status());
  }

  @Test
  void versionsTellWhatAnItemWasAlsoWhenItIsGone() {
    editor.put("/v1/items/c-1", course("c-1", "第二版"));
    editor.delete("/v1/items/c-1");

    JsonNode first = editor.get("/v1/items/c-1/versions?size=2").json();
    JsonNode rest =
        editor
            .get("/v1/items/c-1/versions?size=2&cursor=" + first.path("nextCursor").asText())
            .json();

    assertEquals(2, first.path("versions").size());
    assertTrue(first.at("/versions/0/item").isMissingNode(), first.toString());
    assertEquals("第二版", first.at("/versions/1/item/title").asText());
    assertEquals("机器学习入门", rest.at("/versions/0/item/title").asText());
    assertTrue(rest.path("nextCursor").isMissingNode());
    assertEquals(404, editor.get("/v1/items/never/versions").status());
  }

  @Test
  void rulesAreKeptListedAndEnded() {
    String rule =
        "{\"id\":\"r-1\",\"kind\":\"PIN\",\"items\":[\"c-2\"],\"when\":{\"query\":\"机器学习\"}}";

    assertEquals(200, editor.put("/v1/rules/r-1", rule).status());

    assertEquals("PIN", editor.get("/v1/rules").text("/rules/0/kind"));
    assertEquals(400, editor.put("/v1/rules/r-2", rule).status());
    assertEquals(
        "/items", editor.put("/v1/rules/r-1", rule.replace("[\"c-2\"]", "[]")).text("/pointer"));
    assertEquals(200, editor.delete("/v1/rules/r-1").status());
    assertEquals(404, editor.delete("/v1/rules/r-1").status());
    assertEquals(0, editor.get("/v1/rules").json().path("rules").size());
  }
}
