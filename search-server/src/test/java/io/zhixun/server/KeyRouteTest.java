package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.store.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRouteTest {
  private static TestServer server;
  private static Client admin;

  @BeforeAll
  static void start() {
    server = TestServer.with(ServerSettings.DEFAULTS).withCourses();
    admin = server.client().withKey(server.key(Role.ADMIN));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode listed(String id) {
    for (JsonNode key : admin.get("/v1/keys").json().path("keys")) {
      if (key.path("id").asText().equals(id)) {
        return key;
      }
    }
    throw new AssertionError("no key " + id);
  }

  @Test
  void aKeyIsShownOnceAndThenOpensWhatItIsFor() {
    Answer made =
        admin.post(
            "/v1/keys",
            """
            {"name":"网站","role":"READER","learner":"u7","expires":"2027-01-01T08:00:00+08:00"}\
            """);

    assertEquals(201, made.status());
    assertEquals("/v1/keys/" + made.text("/id"), made.header("Location"));
    assertEquals(200, server.client().withKey(made.text("/key")).get("/v1/search").status());
    JsonNode key = listed(made.text("/id"));
    assertEquals("网站", key.path("name").asText());
    assertEquals("READER", key.path("role").asText());
    assertEquals("u7", key.path("learner").asText());
    assertEquals("2027-01-01T00:00:00Z", key.path("expires").asText());
    assertEquals("2026-11-24T10:00:00Z", key.path("createdAt").asText());
    assertFalse(admin.get("/v1/keys").body().contains(made.text("/key")));
  }

  @Test
  void aRevokedKeyIsListedAsOneAndOpensNothing() {
    Answer made = admin.post("/v1/keys", "{\"name\":\"a\",\"role\":\"READER\"}");

    Answer revoked = admin.delete("/v1/keys/" + made.text("/id"));

    assertEquals(204, revoked.status());
    assertEquals("", revoked.body());
    assertTrue(listed(made.text("/id")).has("revokedAt"));
    assertEquals(
        "401 UNAUTHORIZED", server.client().withKey(made.text("/key")).get("/v1/search").problem());
    assertEquals("404 NOT_FOUND", admin.delete("/v1/keys/" + made.text("/id")).problem());
    assertEquals("404 NOT_FOUND", admin.delete("/v1/keys/nobody").problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"role\":\"READER\"} | 400 MISSING /name",
        "{\"name\":\"a\"} | 400 MISSING /role",
        "{\"name\":\" \",\"role\":\"READER\"} | 400 BLANK /name",
        "{\"name\":\"a\",\"role\":\"reader\"} | 400 NOT_ALLOWED /role",
        "{\"name\":\"a\",\"role\":\"READER\",\"learner\":\"\"} | 400 BAD_ID /learner",
        "{\"name\":\"a\",\"role\":\"READER\",\"expires\":\"soon\"} | 400 BAD_TIME /expires",
        "{\"name\":\"a\",\"role\":\"READER\",\"secret\":\"x\"} | 400 UNKNOWN_FIELD /secret"
      })
  void aKeyThatCannotBeMeantIsRefused(String body, String problem) {
    assertEquals(problem, admin.post("/v1/keys", body).problem());
  }
}
