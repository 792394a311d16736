package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixun.corpus.sample.BehaviourSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running server whose disk is full: it says so, answers what it can, breaks nothing, and goes on
 * when there is room again. Needs a small file system of its own; skipped where none can be
 * mounted.
 */
class DiskFullTest {
  private static final BehaviourSettings FEW = new BehaviourSettings(25, 2.2, 100, 7);
  private static final int BLOCK = 1 << 12;

  @TempDir private Path folder;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=48m", "none", disk.toString());
    assumeTrue(mounted, "skipped: no small file system can be mounted here");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", "-l", disk.toString()); // what is mapped holds it until it is collected
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** Takes every block that is left. */
  private void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(disk.resolve("ballast"))) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertTrue(full.getMessage().contains("No space"), full.getMessage());
    }
  }

  private void makeRoom() throws IOException {
    Files.deleteIfExists(disk.resolve("ballast"));
  }

  private record Calls(HttpClient http, String address) {
    HttpResponse<String> send(String method, String path, String body) throws Exception {
      return http.send(
          HttpRequest.newBuilder(URI.create(address + path))
              .method(method, BodyPublishers.ofString(body))
              .header("Content-Type", "application/json")
              .build(),
          BodyHandlers.ofString());
    }

    JsonNode json(String method, String path, String body) throws Exception {
      return new JsonMapper().readTree(send(method, path, body).body());
    }

    int put(String id, String title) throws Exception {
      return send("PUT", "/v1/items/" + id, item(id, title)).statusCode();
    }

    boolean finds(String query, String id) throws Exception {
      JsonNode hits = json("GET", "/v1/search?size=100&q=" + query, "").path("hits");
      return hits.toString().contains("\"" + id + "\"");
    }

    /** The job's end. */
    JsonNode reindex() throws Exception {
      String path =
          "/v1/jobs/" + json("POST", "/v1/reindex", "{\"activate\":true}").path("id").asText();
      JsonNode job = json("GET", path, "");
      while (job.path("state").asText().equals("RUNNING")) {
        Thread.sleep(20);
        job = json("GET", path, "");
      }
      return job;
    }
  }

  private static String item(String id, String title) {
    return "{\"id\":\"%s\",\"format\":\"COURSE\",\"title\":\"%s\"}".formatted(id, title);
  }

  private static String event(int i) {
    return ("{\"event\":\"search\",\"id\":\"full-%d\",\"timestamp\":\"2026-11-24T09:00:00Z\","
            + "\"user\":\"u-full\",\"query\":\"%s\"}")
        .formatted(i, "字".repeat(150));
  }

  @Test
  void aFullDiskStopsWritesAndIndexingButNotAnswersAndAllGoesOnWhenThereIsRoom() throws Exception {
    Path data = disk.resolve("data");
    try (HttpClient http = HttpClient.newHttpClient();
        Product product = Demo.start(data, 0, FEW, InstantSource.system())) {
      Calls calls = new Calls(http, product.address());
      assertEquals(201, calls.put("before", "qianqian before"));
      String served = calls.json("GET", "/readyz", "").path("generation").asText();

      fill();
      int accepted = eventsUntilRefused(calls);
      JsonNode job = calls.reindex();

      assertEquals("FAILED", job.path("state").asText(), job.toString());
      assertTrue(
          job.path("error").asText().matches("(?s).*no (space|room) left.*"), job.toString());
      assertEquals(200, calls.send("GET", "/v1/search?q=Python", "").statusCode());
      assertTrue(calls.finds("qianqian", "before"));
      assertEquals(
          served.replaceAll("@.*", ""),
          calls.json("GET", "/readyz", "").path("generation").asText().replaceAll("@.*", ""));
      List<String> edits = editsWithLittleRoom(calls);

      makeRoom();
      allIsWellAgain(calls, accepted);
      for (String edit : edits) {
        assertTrue(calls.finds("qianqian", edit), edit);
      }
    }
    Ran verified = Ran.of("index", "verify", "--data", data.toString());
    assertEquals(0, verified.exit(), verified.out() + verified.err());
  }

  private static int eventsUntilRefused(Calls calls) throws Exception {
    for (int i = 0; i < 100_000; i++) {
      HttpResponse<String> answer = calls.send("POST", "/v1/events", event(i));
      if (answer.statusCode() != 202) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("STORE_UNAVAILABLE"), answer.body());
        assertTrue(answer.body().contains("FULL"), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        return i;
      }
    }
    throw new AssertionError("the disk never became full");
  }

  /**
   * With a little room an edit may find its place in the record's own files and none in the working
   * copy of the index: it is accepted then, and found as soon as there is room.
   */
  private List<String> editsWithLittleRoom(Calls calls) throws Exception {
    List<String> accepted = new ArrayList<>();
    for (int kilobytes = 0; kilobytes <= 96; kilobytes += 8) {
      makeRoom();
      fill();
      try (FileChannel ballast =
          FileChannel.open(disk.resolve("ballast"), StandardOpenOption.WRITE)) {
        ballast.truncate(ballast.size() - ((long) kilobytes << 10));
      }
      for (int i = 0; i < 4; i++) {
        String id = "edit-" + kilobytes + "-" + i;
        int status = calls.put(id, "qianqian edit");
        assertTrue(status == 201 || status == 503, "status " + status + " of " + id);
        if (status == 201) {
          accepted.add(id);
        }
        assertEquals(200, calls.send("GET", "/v1/search?q=Python", "").statusCode());
      }
    }
    return accepted;
  }

  private static void allIsWellAgain(Calls calls, int accepted) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (calls.put("after", "qianqian after") >= 300) {
      assertTrue(System.nanoTime() < deadline, "edits are still refused");
      Thread.sleep(100);
    }
    while (!calls.finds("qianqian", "after")) {
      assertTrue(System.nanoTime() < deadline, "edits are not found any more");
      Thread.sleep(100);
    }
    assertEquals(202, calls.send("POST", "/v1/events", event(-1)).statusCode());
    String export = calls.send("GET", "/v1/users/u-full/export", "").body();
    assertEquals(accepted + 1, export.lines().filter(line -> line.contains("\"event\"")).count());
    assertEquals("DONE", calls.reindex().path("state").asText());
    assertTrue(calls.finds("qianqian", "after"));
  }

  @Test
  void aBackupThatFindsNoRoomSaysSoAndLeavesNothing() throws Exception {
    Path data = folder.resolve("data");
    Demo.start(data, 0, FEW, InstantSource.system()).close();
    Path backup = disk.resolve("backup");
    fill();
    try (OutputStream out = Files.newOutputStream(disk.resolve("ballast"))) {
      out.write(new byte[(48 << 20) - (1 << 16)]); // room for a beginning
    }

    Ran refused = Ran.of("backup", backup.toString(), "--data", data.toString());

    assertEquals(1, refused.exit(), refused.out());
    assertTrue(refused.err().contains("cannot be written"), refused.err());
    assertTrue(refused.err().contains("No space left"), refused.err());
    assertFalse(refused.err().contains("\tat "), refused.err());
    try (Stream<Path> left = Files.list(disk)) {
      assertEquals(1, left.count(), "only the ballast");
    }
    makeRoom();
    Ran done = Ran.of("backup", backup.toString(), "--data", data.toString());
    assertEquals(0, done.exit(), done.err());
  }
}
