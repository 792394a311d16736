package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.UserId;
import io.zhixun.store.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys: what makes one work, and whom it may speak of. Which role opens which route is elsewhere.
 */
class AccessTest {
  private static TestServer server;
  private static Client anybody;

  @BeforeAll
  static void start() {
    server = TestServer.with(ServerSettings.DEFAULTS).withCourses();
    anybody = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void refusalsSayWhatIsMissing() {
    Answer without = anybody.get("/v1/search");
    Answer reader = anybody.withKey(server.key(Role.READER)).post("/v1/rank", "{}");

    assertEquals("401 UNAUTHORIZED", without.problem());
    assertEquals("Bearer realm=\"zhixun\"", without.header("WWW-Authenticate"));
    assertEquals("403 FORBIDDEN", reader.problem());
    assertTrue(reader.text("/detail").contains("RANKER"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer nobody.secret",
        "Bearer ",
        "Bearer",
        "Basic dTpw",
        "Bearer nothing-with-a-dot",
        "nobody.secret",
        "Bearer a.b c.d"
      })
  void aKeyThatIsNoneIsRefused(String header) {
    assertEquals(
        "401 UNAUTHORIZED", anybody.with("Authorization", header).get("/v1/search").problem());
  }

  @Test
  void aVeryLongKeyIsRefusedWithoutALookUp() {
    assertEquals(
        "401 UNAUTHORIZED", anybody.withKey("a.".repeat(2_000)).get("/v1/search").problem());
  }

  @Test
  void theSchemeIsReadInAnyCase() {
    Client client = anybody.with("Authorization", "bearer " + server.key(Role.READER));

    assertEquals(200, client.get("/v1/search").status());
  }

  @Test
  void aKeyWithAChangedSecretIsRefused() {
    String key = server.key(Role.ADMIN);
    char last = key.charAt(key.length() - 1);
    String other = key.substring(0, key.length() - 1) + (last == 'A' ? 'B' : 'A');

    assertEquals("401 UNAUTHORIZED", anybody.withKey(other).get("/v1/search").problem());
  }

  @Test
  void anExpiredKeyIsRefused() {
    String past = server.key(Role.READER, Optional.empty(), Optional.of(TestServer.NOW));
    String future =
        server.key(Role.READER, Optional.empty(), Optional.of(TestServer.NOW.plusSeconds(1)));

    assertEquals("401 UNAUTHORIZED", anybody.withKey(past).get("/v1/search").problem());
    assertEquals(200, anybody.withKey(future).get("/v1/search").status());
  }

  @Test
  void aRevokedKeyStopsWithinASecond() throws InterruptedException {
    String key = server.key(Role.READER);
    Client client = anybody.withKey(key);
    assertEquals(200, client.get("/v1/search").status());

    server.store.keys().revoke(key.substring(0, key.indexOf('.')));
    Thread.sleep(1_000);

    assertEquals("401 UNAUTHORIZED", client.get("/v1/search").problem());
  }

  @Test
  void editorsSeeDraftsAndVersionsAndReadersDoNot() {
    Client editor = anybody.withKey(server.key(Role.EDITOR));
    Client reader = anybody.withKey(server.key(Role.READER));
    server.put(
        "{'id':'c-future','format':'COURSE','title':'明天','published':'2026-11-25T00:00:00Z'}");

    assertEquals("DRAFT", editor.get("/v1/items/c-draft").text("/status"));
    assertEquals("1", editor.get("/v1/items/c-draft").text("/version"));
    assertEquals("404 NOT_FOUND", reader.get("/v1/items/c-draft").problem());
    assertEquals("404 NOT_FOUND", reader.get("/v1/items/c-future").problem());
    assertEquals(200, editor.get("/v1/items/c-future").status());
    assertFalse(reader.get("/v1/items/c-1").json().has("version"));
  }

  @Test
  void aKeyBoundToALearnerSeesNoOther() {
    UserId own = new UserId("own");
    Client bound = anybody.withKey(server.key(Role.EVENTS, Optional.of(own), Optional.empty()));
    Client editor = anybody.withKey(server.key(Role.EDITOR));
    editor.put("/v1/users/other", "{\"id\":\"other\"}");

    for (String rest : List.of("", "/history", "/export")) {
      assertEquals(200, bound.get("/v1/users/own" + rest).status(), rest);
      assertEquals("404 NOT_FOUND", bound.get("/v1/users/other" + rest).problem(), rest);
      assertEquals(
          bound.get("/v1/users/other" + rest).text("/detail"),
          bound.get("/v1/users/nobody" + rest).text("/detail"));
    }
    assertEquals(200, bound.put("/v1/users/own/personalisation", "{\"enabled\":true}").status());
    assertEquals(
        "404 NOT_FOUND",
        bound.put("/v1/users/other/personalisation", "{\"enabled\":true}").problem());
    assertEquals(200, bound.put("/v1/users/own", "{\"id\":\"own\"}").status());
    assertEquals("404 NOT_FOUND", bound.put("/v1/users/other", "{\"id\":\"other\"}").problem());
    assertEquals("403 FORBIDDEN", bound.get("/v1/users").problem());
    assertEquals(200, bound.get("/v1/search?user=own").status());
    assertEquals(200, bound.get("/v1/search").status());
    for (String path : List.of("/v1/search", "/v1/recommendations", "/v1/trending")) {
      assertEquals("404 NOT_FOUND", bound.get(path + "?user=other").problem());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"ADMIN", "EDITOR"})
  void aKeyBoundToALearnerIsNobodysEditor(Role role) {
    Client bound =
        anybody.withKey(server.key(role, Optional.of(new UserId("own")), Optional.empty()));

    assertEquals("403 FORBIDDEN", bound.get("/v1/users").problem());
    assertEquals("403 FORBIDDEN", bound.delete("/v1/items/c-1").problem());
    assertEquals("404 NOT_FOUND", bound.get("/v1/items/c-draft").problem());
    assertEquals("404 NOT_FOUND", bound.get("/v1/users/other").problem());
    assertEquals(200, bound.get("/v1/users/own").status());
  }

  @Test
  void aKeyBoundToALearnerActsForNoOther() {
    Client bound =
        anybody.withKey(
            server.key(Role.EVENTS, Optional.of(new UserId("acting")), Optional.empty()));
    String event =
        "{\"event\":\"click\",\"id\":\"%s\",\"timestamp\":\"2026-11-24T09:00:00Z\",%s,\"item\":\"c-1\"}";

    Answer mixed =
        bound.postLines(
            "/v1/events",
            event.formatted("b1", "\"user\":\"acting\""),
            event.formatted("b2", "\"user\":\"other\""),
            event.formatted("b3", "\"visitor\":\"v1\""));
    Answer others = bound.post("/v1/events", event.formatted("b4", "\"user\":\"other\""));

    assertEquals("1", mixed.text("/accepted"));
    assertEquals("/user", mixed.text("/rejected/0/pointer"));
    assertEquals("NOT_FOUND", mixed.text("/rejected/0/code"));
    assertEquals(2, mixed.json().path("rejected").size());
    assertEquals("404 NOT_FOUND /user", others.problem());
  }

  @Test
  void aRankerBoundToALearnerRanksForNoOther() {
    Client bound =
        anybody.withKey(server.key(Role.RANKER, Optional.of(new UserId("own")), Optional.empty()));

    assertEquals(200, bound.post("/v1/rank", "{\"user\":\"own\",\"items\":[\"c-1\"]}").status());
    assertEquals(
        "404 NOT_FOUND",
        bound.post("/v1/rank", "{\"user\":\"other\",\"items\":[\"c-1\"]}").problem());
  }
}
