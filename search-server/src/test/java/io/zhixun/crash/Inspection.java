package io.zhixun.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixun.crash.Ledger.Fact;
import io.zhixun.crash.Ledger.Unanswered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a server that was started again holds what the ledger says, once. */
record Inspection(Calls calls, Ledger ledger, String hint) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param from facts before this one were seen after an earlier kill
   */
  void run(int from) throws IOException, InterruptedException {
    servedSnapshot();
    for (Unanswered request : ledger.unanswered()) {
      sendAgain(request);
    }
    List<Fact> facts = ledger.facts();
    Map<String, List<String>> eventsByUser = new HashMap<>();
    Map<String, Map<Long, String>> versions = new HashMap<>();
    for (Fact fact : facts.subList(from, facts.size())) {
      String what = fact + ", " + hint;
      switch (fact) {
        case Fact.Events(String user, List<String> ids) -> {
          if (!eventsByUser.containsKey(user)) {
            eventsByUser.put(user, events(user));
          }
          ids.forEach(
              id -> assertEquals(1, Collections.frequency(eventsByUser.get(user), id), what));
        }
        case Fact.Edit edit -> {
          if (!versions.containsKey(edit.item())) {
            versions.put(edit.item(), versions(edit.item()));
          }
          assertEquals(edit.title(), versions.get(edit.item()).get(edit.version()), what);
        }
        case Fact.Bulk(String batch, List<String> items) -> bulk(batch, items, what);
        case Fact.Undone _ -> {} // seen with its bulk
      }
    }
    for (Map.Entry<String, Map<Long, String>> item : versions.entrySet()) {
      foundAsItIs(item.getKey(), item.getValue());
    }
  }

  private void servedSnapshot() throws IOException, InterruptedException {
    String serving = calls.get("/readyz").json().path("generation").asText().replaceAll("@.*", "");
    ledger.mustServe().ifPresent(id -> assertEquals(id, serving, "the served snapshot, " + hint));
    ledger.serves(serving);
  }

  /** A sender that got no answer sends again: that too must count once. */
  private void sendAgain(Unanswered request) throws IOException, InterruptedException {
    switch (request) {
      case Unanswered.Events(String user, List<String> ids, String lines) -> {
        JsonNode report = calls.postLines("/v1/events", lines).json();
        int accepted = report.path("accepted").asInt();
        int duplicates = report.path("duplicates").asInt();
        assertEquals(ids.size(), accepted + duplicates, report + ", " + hint);
        assertTrue(accepted == 0 || duplicates == 0, "half of a call is there: " + report + hint);
        ledger.answered(request, new Fact.Events(user, ids));
      }
      case Unanswered.Undo(String batch) -> {
        Calls.Answer answer = calls.post("/v1/batches/" + batch + "/undo", "");
        assertEquals(200, answer.status(), answer + ", " + hint);
        ledger.answered(request, new Fact.Undone(batch));
      }
    }
  }

  private List<String> events(String user) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (String line : calls.get("/v1/users/" + user + "/export").body().lines().toList()) {
      JsonNode json = JSON.readTree(line);
      if (json.has("event")) {
        ids.add(json.path("id").asText());
      }
    }
    return ids;
  }

  private Map<Long, String> versions(String item) throws IOException, InterruptedException {
    Map<Long, String> titles = new HashMap<>();
    String cursor = "";
    while (true) {
      JsonNode page = calls.get("/v1/items/" + item + "/versions?size=100" + cursor).json();
      page.path("versions")
          .forEach(row -> titles.put(row.path("version").asLong(), row.at("/item/title").asText()));
      if (!page.has("nextCursor")) {
        return titles;
      }
      cursor = "&cursor=" + Calls.encode(page.path("nextCursor").asText());
    }
  }

  private void bulk(String batch, List<String> items, String what)
      throws IOException, InterruptedException {
    boolean undone = ledger.mayBeUndone(batch);
    for (String item : items) {
      assertEquals(undone ? 404 : 200, calls.get("/v1/items/" + item).status(), what);
    }
  }

  /** The newest version is what reading shows and searching finds. */
  private void foundAsItIs(String item, Map<Long, String> titles)
      throws IOException, InterruptedException {
    String newest = titles.get(Collections.max(titles.keySet()));
    assertEquals(newest, calls.get("/v1/items/" + item).json().path("title").asText(), hint);
    JsonNode hits = calls.get("/v1/search?size=100&q=" + Calls.encode("崩溃演练")).json().path("hits");
    List<String> found = new ArrayList<>();
    hits.forEach(
        hit -> {
          if (hit.at("/item/id").asText().equals(item)) {
            found.add(hit.at("/item/title").asText());
          }
        });
    assertEquals(List.of(newest), found, hint);
  }
}
