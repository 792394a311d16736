package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixun.config.SettingsFile;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.check.EventCheck;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.store.BatchId;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is kept, as lines that other programs read. */
class ExportTest {
  @TempDir private Path folder;

  private static Change item(String id, String title) {
    String line = "{\"id\":\"%s\",\"format\":\"COURSE\",\"title\":\"%s\"}";
    return new Change.PutItem(
        StrictJson.read(line.formatted(id, title)).then(ItemCheck::read).valid().orElseThrow());
  }

  private static Change search(String query) {
    return new Change.AppendEvent(
        StrictJson.read(
                "{\"event\":\"search\",\"id\":\"e1\",\"timestamp\":\"2026-11-24T09:00:00Z\","
                    + "\"user\":\"u1\",\"query\":\""
                    + query
                    + "\"}")
            .then(EventCheck::read)
            .valid()
            .orElseThrow());
  }

  private Path fill() {
    Path data = folder.resolve("data");
    Settings settings = Settings.of(SettingsFile.shipped());
    try (Store store = Product.openStore(new DataFolder(data), settings)) {
      Origin batch = Origin.by("key k1").in(new BatchId("b-1"));
      store.submit(List.of(item("a", "一"), item("b", "二")), batch).join();
      store.submit(List.of(item("a", "一改")), Origin.by("key k1")).join();
      store.submit(List.of(new Change.DeleteItem(new ItemId("b")))).join();
      store
          .submit(
              List.of(
                  search("逗号,与\\\"引号\\\""),
                  new Change.SetPersonalisation(new UserId("u1"), false),
                  new Change.SetPersonalisation(new UserId("u2"), false),
                  new Change.SetPersonalisation(new UserId("u2"), true)))
          .join();
      store.audit().note("key k1", "snapshot-activated", "20261124T100000Z-00000000", "by hand");
    }
    return data;
  }

  private List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out").resolve(file))) {
      lines.add(new JsonMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void switchesHistoryAndAuditAreInItBesideCatalogueAndEvents() throws IOException {
    Path data = fill();

    Ran ran = Ran.of("export", folder.resolve("out").toString(), "--data", data.toString());

    assertEquals(0, ran.exit(), ran.err());
    assertEquals(List.of("{\"user\":\"u1\",\"enabled\":false}"), texts("personalisation.jsonl"));
    assertEquals(
        List.of("a 2 一改", "a 1 一", "b 2 ", "b 1 二"),
        lines("versions.jsonl").stream()
            .map(
                line ->
                    line.path("id").asText()
                        + " "
                        + line.path("version")
                        + " "
                        + line.at("/item/title").asText())
            .toList());
    assertEquals("b-1", lines("versions.jsonl").get(1).path("batchId").asText());
    assertTrue(lines("versions.jsonl").get(2).path("deleted").asBoolean());
    List<JsonNode> audit = lines("audit.jsonl");
    assertEquals("snapshot-activated", audit.getFirst().path("action").asText());
    assertEquals("by hand", audit.getFirst().path("after").asText());
    assertEquals("一", audit.get(1).at("/before/title").asText());
    assertEquals("一改", audit.get(1).at("/after/title").asText());
    assertEquals(1, lines("catalogue.jsonl").size());
    assertEquals(1, lines("events.jsonl").size());
    String csv = Files.readString(folder.resolve("out/events.csv"));
    assertTrue(csv.contains("\"逗号,与\"\"引号\"\"\""), csv);
  }

  private List<String> texts(String file) throws IOException {
    return lines(file).stream().map(JsonNode::toString).toList();
  }
}
