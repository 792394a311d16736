package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.UserId;
import io.zhixun.store.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is concluded about a learner, and how to be forgotten or recognised. */
class LearnerRightsRouteTest {
  private TestServer server;
  private Client client;
  private Client own;

  @BeforeEach
  void start() {
    server = TestServer.with(ServerSettings.DEFAULTS);
    server.put(
        "{'id':'c-1','format':'COURSE','title':'机器学习入门','tags':['机器学习','Python'],'authors':['周行']}");
    client = server.client().withKey(server.key(Role.ADMIN));
    own =
        server
            .client()
            .withKey(server.key(Role.READER, Optional.of(new UserId("u7")), Optional.empty()));
    client.postLines(
        "/v1/events",
        event("completion", "e1", "user", "u7"),
        event("completion", "e2", "user", "u8"),
        event("click", "e3", "visitor", "v1"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String event(String kind, String id, String who, String name) {
    return "{\"event\":\"%s\",\"id\":\"%s\",\"timestamp\":\"2026-11-24T09:00:00Z\",\"%s\":\"%s\",\"item\":\"c-1\"}"
        .formatted(kind, id, who, name);
  }

  @Test
  void tagsNameTheItemsBehindThem() {
    JsonNode tags = own.get("/v1/users/u7/tags").json().path("tags");

    assertEquals(2, tags.size());
    assertEquals("[\"c-1\"]", tags.at("/0/because").toString());
    assertTrue(tags.at("/0/weight").asDouble() > 0);
    assertEquals(404, own.get("/v1/users/u8/tags").status(), "somebody else's");
    assertEquals(404, client.get("/v1/users/nobody/tags").status());
  }

  @Test
  void aDeletedTagIsConcludedNoMoreAndComesBackWhenTheLearnerSaysSo() {
    Answer hidden = own.delete("/v1/users/u7/tags?tag=Python");

    assertEquals(200, hidden.status(), hidden.body());
    assertEquals(List.of("机器学习"), tags());
    assertEquals("[\"Python\"]", own.get("/v1/users/u7/tags").json().path("hidden").toString());
    assertTrue(own.get("/v1/users/u7/export").body().contains("\"hiddenTags\":[\"Python\"]"));
    own.delete("/v1/users/u7/tags");
    assertEquals(List.of(), tags(), "all");
    own.put("/v1/users/u7/tags?tag=Python", "");
    assertEquals(List.of("Python"), tags());
    assertEquals(404, own.delete("/v1/users/u8/tags?tag=Python").status(), "somebody else's");
  }

  private List<String> tags() {
    return StreamSupport.stream(
            own.get("/v1/users/u7/tags").json().path("tags").spliterator(), false)
        .map(tag -> tag.path("tag").asText())
        .toList();
  }

  @Test
  void oneEventOrAllAreForgotten() {
    client.postLines("/v1/events", event("click", "e9", "user", "u7"));

    assertEquals(404, own.delete("/v1/users/u7/history?event=e2").status(), "somebody else's");
    assertEquals(1, own.delete("/v1/users/u7/history?event=e1").json().path("forgotten").asInt());

    JsonNode left = own.get("/v1/users/u7/history").json().path("events");
    assertEquals("e9", left.at("/0/id").asText());
    assertEquals(1, left.size());
    assertEquals(1, own.delete("/v1/users/u7/history").json().path("forgotten").asInt());
    assertEquals(0, own.delete("/v1/users/u7/history").json().path("forgotten").asInt());
    assertEquals(200, own.get("/v1/users/u7").status(), "the learner stays");
  }

  @Test
  void whoIsErasedIsForgottenWithAReceipt() {
    Answer erased = own.delete("/v1/users/u7");

    assertEquals(200, erased.status());
    assertFalse(erased.text("/receipt").isBlank());
    assertEquals(1, erased.json().path("erased").path("events").asInt(), erased.body());
    assertEquals(404, client.get("/v1/users/u7").status());
    assertFalse(client.get("/v1/users").body().contains("u7"));
    assertEquals(404, client.delete("/v1/users/u7").status());
    awaitKeyGone();
    assertEquals(200, client.get("/v1/users/u8").status(), "nobody else is touched");
  }

  /** The learner's key ends too; a server may remember it for a moment. */
  private void awaitKeyGone() {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (own.get("/v1/users/u7").status() != 401) {
      assertTrue(System.nanoTime() < deadline, "the key still works");
    }
  }

  @Test
  void aVisitorWhoLogsInIsTheLearner() {
    Answer merged = client.post("/v1/users/u7:merge", "{\"visitor\":\"v1\"}");

    assertEquals(200, merged.status());
    JsonNode events = client.get("/v1/users/u7/history").json().path("events");
    assertEquals(2, events.size(), events.toString());
    long again =
        client.post("/v1/users/u7:merge", "{\"visitor\":\"v1\"}").json().path("seq").asLong();
    assertEquals(merged.json().path("seq").asLong(), again, "a second time changes nothing");
    assertEquals(2, client.get("/v1/users/u7/history").json().path("events").size());
    assertEquals("/visitor", client.post("/v1/users/u7:merge", "{}").text("/pointer"));
    Answer guests = client.post("/v1/users/u7:merge", "{\"visitor\":\"page-guest\"}");
    assertEquals(400, guests.status(), "what all guests did is nobody's");
    assertEquals("/visitor", guests.text("/pointer"));
    assertEquals(403, own.post("/v1/users/u8:merge", "{\"visitor\":\"v1\"}").status());
  }
}
