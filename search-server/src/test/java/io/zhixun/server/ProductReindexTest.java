package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reindexing the whole house while it answers. */
class ProductReindexTest {
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

  @Test
  void aSnapshotIsMadeComparedPutInPlaceAndTakenBackWhileEditsStay() {
    String before = served();
    client.put(
        "/v1/items/c-fresh", "{\"id\":\"c-fresh\",\"format\":\"COURSE\",\"title\":\"量子琴弦手记\"}");
    String job = client.post("/v1/reindex", "{}").header("Location");
    awaitDone(job);
    String made = client.get(job).text("/snapshot");

    JsonNode diff =
        client.get("/v1/snapshots/" + made + "/diff?query=" + Client.encode("量子琴弦手记")).json();
    JsonNode frequent = client.get("/v1/snapshots/" + made + "/diff").json();

    assertEquals(before, served(), "nobody asked for it to be served");
    assertEquals(1, diff.path("overlap").asDouble(), diff.toString());
    assertEquals(
        diff.at("/queries/0/totalBefore").asInt(), diff.at("/queries/0/totalAfter").asInt());
    assertTrue(frequent.path("queries").size() > 5, frequent.toString());
    assertEquals(200, client.post("/v1/snapshots/" + made + "/activate", "").status());
    assertNotEquals(before, served());
    assertFirst();
    assertEquals(200, client.post("/v1/snapshots/" + before + "/activate", "").status());
    assertEquals(before, served());
    assertFirst();
  }

  private static String served() {
    return client.get("/readyz").text("/generation").replaceAll("@.*", "");
  }

  private static void assertFirst() {
    assertEquals(
        "c-fresh",
        client
            .get("/v1/search?q=" + Client.encode("量子琴弦手记"))
            .json()
            .at("/hits/0/item/id")
            .asText());
  }

  private static void awaitDone(String job) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (client.get(job).text("/state").equals("RUNNING")) {
      assertTrue(System.nanoTime() < deadline, client.get(job).body());
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertEquals("DONE", client.get(job).text("/state"), client.get(job).body());
  }
}
