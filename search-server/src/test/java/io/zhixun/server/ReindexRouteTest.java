package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.store.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReindexRouteTest extends RouteTest {
  private static final int ALL_STEPS = 4;

  private Client editor;

  @Override
  TestServer newServer() {
    return TestServer.with(ServerSettings.DEFAULTS).withCourses();
  }

  @BeforeEach
  void key() {
    editor = server.client().withKey(server.key(Role.EDITOR));
  }

  @AfterEach
  void letGo() {
    server.workshop.steps.release(100);
  }

  @Test
  void aJobTellsHowFarItIsAndWhatItMade() {
    Answer begun = editor.post("/v1/reindex", "{}");
    String path = begun.header("Location");

    assertEquals(202, begun.status());
    assertEquals("RUNNING", begun.text("/state"));
    server.workshop.steps.release(3);
    await(path, "/step/stage", "learning");
    assertEquals(0.5, editor.get(path).json().at("/step/done").asDouble());
    server.workshop.steps.release();
    await(path, "/state", "DONE");
    String made = editor.get(path).text("/snapshot");
    JsonNode listed = editor.get("/v1/snapshots").json().at("/snapshots/0");
    assertEquals(made, listed.path("id").asText());
    assertEquals(0.5, listed.at("/quality/titleFirst").asDouble());
    assertFalse(listed.path("current").asBoolean(), "nobody asked for it to be served");
  }

  @Test
  void whatIsAskedToBeServedIsPublished() {
    server.workshop.steps.release(ALL_STEPS);

    String path = editor.post("/v1/reindex", "{\"activate\":true}").header("Location");

    await(path, "/state", "DONE");
    assertEquals(server.workshop.served(), editor.get(path).text("/snapshot"));
  }

  @Test
  void oneRunsAtATime() {
    String path = editor.post("/v1/reindex", "{}").header("Location");

    Answer second = editor.post("/v1/reindex", "{}");

    assertEquals(409, second.status());
    assertEquals("JOB_RUNNING", second.text("/code"));
    assertTrue(second.text("/detail").contains(path.substring("/v1/jobs/".length())));
    assertEquals(1, editor.get("/v1/jobs").json().path("jobs").size());
  }

  @Test
  void aCancelledJobMakesNothing() {
    String path = editor.post("/v1/reindex", "{\"activate\":true}").header("Location");

    assertEquals(202, editor.post(path + "/cancel", "").status());

    server.workshop.steps.release(ALL_STEPS);
    await(path, "/state", "CANCELLED");
    assertEquals(0, editor.get("/v1/snapshots").json().path("snapshots").size());
    assertEquals("", server.workshop.served());
    assertEquals(202, editor.post("/v1/reindex", "{}").status(), "the next may begin");
  }

  @Test
  void aJobThatFailsSaysWhy() {
    server.workshop.failure = Optional.of(new IllegalStateException("the disk is full"));
    server.workshop.steps.release(ALL_STEPS);

    String path = editor.post("/v1/reindex", "{\"activate\":true}").header("Location");

    await(path, "/state", "FAILED");
    assertEquals("the disk is full", editor.get(path).text("/error"));
    assertEquals("", server.workshop.served());
  }

  @Test
  void aStreamTellsEachChangeAndEnds() throws Exception {
    String path = editor.post("/v1/reindex", "{}").header("Location");
    CompletableFuture<Answer> watched =
        CompletableFuture.supplyAsync(() -> editor.exchange("GET", path + "/stream", new byte[0]));

    server.workshop.steps.release(ALL_STEPS);

    Answer stream = finished(watched);
    assertEquals(200, stream.status());
    assertTrue(stream.header("Content-Type").startsWith("text/event-stream"));
    assertTrue(stream.body().contains("\nevent: end\n"), stream.body());
    assertTrue(stream.body().contains("\"state\":\"DONE\""), stream.body());
  }

  private static Answer finished(CompletableFuture<Answer> watched)
      throws InterruptedException, ExecutionException, TimeoutException {
    return watched.get(30, TimeUnit.SECONDS);
  }

  @Test
  void aKeptSnapshotCanBeComparedAndPutInPlace() {
    server.workshop.steps.release(ALL_STEPS);
    String path = editor.post("/v1/reindex", "{}").header("Location");
    await(path, "/state", "DONE");
    String made = editor.get(path).text("/snapshot");
    server.live.snapshot = made;

    Answer diff =
        editor.get(
            "/v1/snapshots/" + made + "/diff?query=" + Client.encode("机器学习") + "&query=python");
    Answer activated = editor.post("/v1/snapshots/" + made + "/activate", "");

    assertEquals(2, diff.json().path("queries").size());
    assertEquals("机器学习", diff.text("/queries/0/query"));
    assertEquals(2, diff.json().at("/queries/0/moves/0/before").asInt());
    assertEquals(0.5, diff.json().path("overlap").asDouble());
    assertEquals(200, activated.status());
    assertEquals(made, server.workshop.served());
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertEquals(404, editor.get("/v1/jobs/none").status());
    assertEquals(404, editor.get("/v1/jobs/none/stream").status());
    assertEquals(404, editor.post("/v1/jobs/none/cancel", "").status());
    assertEquals(404, editor.post("/v1/snapshots/none/activate", "").status());
    assertEquals(404, editor.get("/v1/snapshots/none/diff").status());
    assertEquals("UNKNOWN_FIELD", editor.post("/v1/reindex", "{\"activte\":true}").text("/code"));
  }

  private void await(String path, String pointer, String value) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!editor.get(path).text(pointer).equals(value)) {
      assertTrue(System.nanoTime() < deadline, editor.get(path).body());
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
