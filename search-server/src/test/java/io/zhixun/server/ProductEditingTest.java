package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors do over HTTP to the whole house, and what comes of it in answers. */
class ProductEditingTest {
  @TempDir private static Path data;
  private static DemoServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = DemoServer.start(data, 60);
    client = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String line(String id, String text) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}";
  }

  private static List<String> found(String query) {
    List<String> ids = new ArrayList<>();
    client
        .get("/v1/search?mode=lexical&q=" + Client.encode(query))
        .json()
        .path("hits")
        .forEach(hit -> ids.add(hit.at("/item/id").asText()));
    return ids;
  }

  private static List<String> codes(JsonNode remarks) {
    return StreamSupport.stream(remarks.spliterator(), false)
        .map(remark -> remark.path("code").asText())
        .toList();
  }

  @Test
  void aSynonymActsOnTheVeryNextQueryAndIsGoneAtOnce() {
    String wanted = found("Python").getFirst();
    assertFalse(found("霹雳果").contains(wanted));

    assertEquals(201, client.put("/v1/synonyms/s-1", line("s-1", "霹雳果 => Python")).status());
    assertTrue(found("霹雳果").contains(wanted));

    assertEquals(200, client.delete("/v1/synonyms/s-1").status());
    assertFalse(found("霹雳果").contains(wanted));
  }

  @Test
  void aSynonymIsTriedBeforeAnybodySeesIt() {
    String line = line("s-2", "云中果 => Python, 没有这种课程");

    JsonNode trial = client.post("/v1/synonyms:validate", line).json();
    JsonNode named = client.post("/v1/synonyms:validate?query=Java&query=SQL", line).json();

    assertEquals(0, trial.path("problems").size());
    assertEquals(List.of("NOT_IN_CATALOGUE"), codes(trial.path("notes")));
    assertEquals("no item holds \"没有这种课程\"", trial.at("/notes/0/detail").asText());
    assertEquals("云中果", trial.at("/preview/0/query").asText());
    String moves = trial.at("/preview/0/moves").toString();
    assertTrue(moves.contains("\"" + found("Python").getFirst() + "\""), trial.toString());
    assertTrue(trial.at("/preview/0/overlap").asDouble() < 1, trial.toString());
    assertEquals(2, named.path("preview").size());
    assertEquals(1, named.at("/preview/1/overlap").asDouble());
    assertEquals("404 NOT_FOUND", client.get("/v1/synonyms/s-2").problem());
    assertFalse(found("云中果").contains(found("Python").getFirst()));
  }

  @Test
  void aTrialNamesWhatIsWrongAndWhatTwoLinesBothAnswerTo() {
    client.put("/v1/synonyms/s-3", line("s-3", "蟒蛇课, Python"));

    JsonNode malformed = client.post("/v1/synonyms:validate", line("s-4", "蟒蛇课")).json();
    JsonNode twice = client.post("/v1/synonyms:validate", line("s-4", "蟒蛇课, python")).json();
    JsonNode both = client.post("/v1/synonyms:validate", line("s-4", "PYTHON => SQL")).json();
    JsonNode own = client.post("/v1/synonyms:validate", line("s-3", "蟒蛇课, Python")).json();

    assertEquals(List.of("MALFORMED"), codes(malformed.path("problems")));
    assertEquals("/text", malformed.at("/problems/0/pointer").asText());
    assertFalse(malformed.has("preview"));
    assertEquals(List.of("DUPLICATE"), codes(twice.path("problems")));
    assertEquals(List.of("ASKED_ELSEWHERE"), codes(both.path("notes")));
    assertEquals(0, own.path("problems").size(), own.toString());
    assertEquals(
        "400 UNKNOWN_PARAMETER /q",
        client.post("/v1/synonyms:validate?q=a", line("s-4", "甲, 乙")).problem());
    client.delete("/v1/synonyms/s-3");
  }

  @Test
  void aWordIsCutOnTrialAndActsFromTheNextSnapshotOn() {
    String text = "云栖茶道入门";
    String validate = "/v1/words:validate?query=" + Client.encode(text);

    JsonNode trial = client.post(validate, line("w-1", "云栖茶道")).json();
    JsonNode put = client.put("/v1/words/w-1", line("w-1", "云栖茶道")).json();

    assertFalse(words(trial, "before").contains("云栖茶道"), trial.toString());
    assertTrue(words(trial, "after").contains("云栖茶道"), trial.toString());
    assertEquals(List.of("NOT_IN_CATALOGUE"), codes(trial.path("notes")));
    assertFalse(put.path("active").asBoolean());
    reindex();
    assertTrue(client.get("/v1/words/w-1").json().path("active").asBoolean());
    JsonNode again = client.post(validate, line("w-1", "云栖茶道")).json();
    assertTrue(words(again, "before").contains("云栖茶道"), again.toString());
    assertTrue(codes(again.path("notes")).contains("KNOWN_WORD"), again.toString());
    client.put("/v1/words/w-1", line("w-1", "云栖茶经"));
    assertFalse(client.get("/v1/words").json().at("/words/0/active").asBoolean());
  }

  private static List<String> words(JsonNode trial, String when) {
    List<String> words = new ArrayList<>();
    trial.at("/preview/0/" + when).forEach(word -> words.add(word.asText()));
    return words;
  }

  private static void reindex() {
    String job = client.post("/v1/reindex", "{\"activate\":true}").header("Location");
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (client.get(job).text("/state").equals("RUNNING")) {
      assertTrue(System.nanoTime() < deadline, client.get(job).body());
      pause();
    }
    String made = client.get(job).text("/snapshot");
    while (!client.get("/readyz").text("/generation").startsWith(made + "@")) {
      assertTrue(System.nanoTime() < deadline, "the new snapshot must be served");
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRuleIsTriedBeforeItIsPublished() {
    List<String> before = found("Python");
    String last = before.getLast();
    String rule =
        """
        {"id":"r-9","kind":"PIN","items":["%s","none"],"when":{"query":"Python"},
         "window":{"until":"2026-01-01T00:00:00Z"}}\
        """
            .formatted(last);

    JsonNode over = client.post("/v1/rules:validate", rule).json();
    JsonNode acting =
        client.post("/v1/rules:validate", rule.replace("2026-01-01", "2027-01-01")).json();
    JsonNode wrong = client.post("/v1/rules:validate", "{\"id\":\"r-9\",\"kind\":\"PUSH\"}").json();

    assertEquals(List.of("OVER", "NO_ITEM"), codes(over.path("notes")));
    assertEquals(List.of("NO_ITEM"), codes(acting.path("notes")));
    assertEquals("Python", acting.at("/preview/0/query").asText());
    assertEquals(last, acting.at("/preview/0/after/0/id").asText());
    assertFalse(acting.at("/preview/0/before/0/id").asText().equals(last));
    assertEquals(List.of("MISSING", "NOT_ALLOWED"), codes(wrong.path("problems")));
    assertEquals(before, found("Python"), "nothing was published");
  }
}
