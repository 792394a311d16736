package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchTest {
  private TestServer server;
  private Client client;

  @BeforeEach
  void start() {
    server = TestServer.with(ServerSettings.DEFAULTS);
    client = server.client();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReadyServerSaysWhatItAnswersFromAndWhatItWarnsOf() {
    server.live.warn("OLDER_SNAPSHOT", "the newest one is damaged");

    Answer answer = client.get("/readyz");

    assertEquals(200, answer.status());
    assertEquals(
        "{\"ready\":true,\"generation\":\"snapshot@0\",\"warnings\":"
            + "[{\"code\":\"OLDER_SNAPSHOT\",\"detail\":\"the newest one is damaged\"}]}",
        answer.body());
  }

  @Test
  void aServerWithoutASnapshotIsAliveButNotReady() {
    server.live.ready = false;

    Answer ready = client.get("/readyz");
    Answer search = client.withKey(server.key(io.zhixun.store.Role.READER)).get("/v1/search");

    assertEquals(503, ready.status());
    assertEquals("{\"ready\":false,\"warnings\":[]}", ready.body());
    assertEquals("{\"live\":true}", client.get("/livez").body());
    assertEquals("503 NOT_READY", search.problem());
    assertEquals("1", search.header("Retry-After"));
  }

  @Test
  void theDocsAreAPageThatRunsNothing() {
    Answer page = client.get("/docs");

    assertEquals("text/html;charset=utf-8", page.header("Content-Type").replace(" ", ""));
    assertTrue(page.body().contains("/v1/recommendations"));
    assertTrue(page.body().contains("after-completion start from"));
    assertFalse(page.body().contains("<script"));
    String policy = page.header("Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
  }

  @Test
  void everyAnswerHasTheHeadersThatAreTheSameForAll() {
    for (String path : new String[] {"/livez", "/v1/search", "/nowhere", "/docs"}) {
      Answer answer = client.exchange("GET", path, new byte[0]);

      assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
      assertTrue(answer.header("X-Request-Id").matches("[0-9A-HJKMNP-TV-Z]{26}"), path);
      assertEquals("", answer.header("Server"), path);
    }
  }
}
