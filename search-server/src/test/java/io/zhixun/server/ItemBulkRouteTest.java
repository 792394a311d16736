package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many items in one body. */
class ItemBulkRouteTest extends RouteTest {
  private static String item(String id, String title) {
    return "{\"id\":\"%s\",\"format\":\"COURSE\",\"title\":\"%s\"}".formatted(id, title);
  }

  @Test
  void manyLinesAreWrittenAndTheOthersListed() {
    Answer answer =
        client.postLines(
            "/v1/items:bulk",
            item("c-1", "甲"),
            item("c-2", " "),
            item("c-1", "again"),
            item("c-3", "丙"));

    assertEquals(202, answer.status());
    assertEquals("2", answer.text("/accepted"));
    assertEquals("2", answer.text("/seq"));
    assertEquals("2 BLANK /title", rejected(answer, 0));
    assertEquals("3 DUPLICATE /id", rejected(answer, 1));
    assertEquals("甲", client.get("/v1/items/c-1").text("/title"));
  }

  private static String rejected(Answer answer, int index) {
    String at = "/rejected/" + index;
    return answer.text(at + "/line")
        + " "
        + answer.text(at + "/code")
        + " "
        + answer.text(at + "/pointer");
  }

  @Test
  void validatingListsEverythingAndWritesNothing() {
    Answer answer =
        client.postLines(
            "/v1/items:validate",
            "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"甲\",\"prerequisites\":[\"c-9\",\"c-2\"]}",
            item("c-2", "乙"),
            "{\"id\":\"c-3\",\"format\":\"BOOK\",\"title\":\"\"}",
            item("c-2", "丙"),
            "{");

    assertEquals(200, answer.status());
    assertEquals("2", answer.text("/valid"));
    assertEquals("3", answer.text("/invalid"));
    assertEquals(4, answer.json().path("problems").size());
    assertEquals("DUPLICATE", answer.text("/problems/2/code"));
    String notes = answer.json().path("notes").toString();
    assertEquals(
        Optional.of("/prerequisites/0"),
        answer.json().path("notes").findParents("code").stream()
            .filter(note -> note.path("code").asText().equals("UNKNOWN_ITEM"))
            .map(note -> note.path("pointer").asText())
            .findFirst(),
        notes);
    assertEquals("404 NOT_FOUND", client.get("/v1/items/c-1").problem());
  }

  @Test
  void aPrerequisiteThatDoesNotExistIsAcceptedAndListedByValidate() {
    String line =
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"甲\",\"prerequisites\":[\"c-9\"]}";

    Answer noted = client.postLines("/v1/items:validate", line);
    Answer written = client.postLines("/v1/items:bulk", line);

    assertEquals("1", noted.text("/valid"));
    int last = noted.json().path("notes").size() - 1; // before it stands what is untidy
    assertEquals("UNKNOWN_ITEM", noted.text("/notes/" + last + "/code"));
    assertEquals("/prerequisites/0", noted.text("/notes/" + last + "/pointer"));
    assertEquals("1", written.text("/accepted"));
    assertEquals("[\"c-9\"]", client.get("/v1/items/c-1").json().path("prerequisites").toString());
  }
}
