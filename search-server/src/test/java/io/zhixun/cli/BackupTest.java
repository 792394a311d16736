package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.config.SettingsFile;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.sample.BehaviourSettings;
import io.zhixun.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups through the command line: whole, refused when damaged, and the same answers after. */
class BackupTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
  private static final List<String> QUESTIONS =
      List.of(
          "/v1/search?q=%E6%9C%BA%E5%99%A8%E5%AD%A6%E4%B9%A0&user=u-1&explain=true",
          "/v1/search?q=%E5%85%A5%E9%97%A8&size=40",
          "/v1/search?q=%E9%98%B2%E9%9B%B7%E6%8C%87%E5%8D%97",
          "/v1/recommendations?user=u-1&scenario=home",
          "/v1/trending",
          "/v1/users?size=3",
          "/v1/users/u-1/history");

  @TempDir private Path folder;

  private Ran backup(Path target) {
    return Ran.of("backup", target.toString(), "--data", data().toString(), "--json");
  }

  private static Ran restore(Path backup, Path data) {
    return Ran.of("restore", backup.toString(), "--data", data.toString(), "--json");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static Product demo(Path data) {
    return Demo.start(data, 0, new BehaviourSettings(60, 2.2, 100, 7), CLOCK);
  }

  private static String send(Product product, String method, String path, String body)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(product.address() + path))
                  .method(method, BodyPublishers.ofString(body))
                  .header("Content-Type", "application/json")
                  .build(),
              BodyHandlers.ofString());
      assertTrue(answer.statusCode() < 300, path + ": " + answer.body());
      return answer.body();
    }
  }

  /** Ids, scores, parts and all; only what names the request and its time is left out. */
  private static List<JsonNode> answers(Product product) throws Exception {
    List<JsonNode> answers = new ArrayList<>();
    for (String question : QUESTIONS) {
      ObjectNode json = (ObjectNode) new JsonMapper().readTree(send(product, "GET", question, ""));
      answers.add(json.without(List.of("requestId", "tookMs", "nextCursor")));
    }
    return answers;
  }

  @Test
  void aBackupMadeWhileServingAnswersIdenticallyAfterItsRestoring() throws Exception {
    List<JsonNode> before;
    Path backup = folder.resolve("backup");
    try (Product product = demo(data())) {
      send(
          product,
          "PUT",
          "/v1/items/C_course-v1:X+1+T1",
          "{\"id\":\"C_course-v1:X+1+T1\",\"format\":\"COURSE\",\"title\":\"防雷指南入门\"}");
      send(
          product,
          "POST",
          "/v1/events",
          "{\"event\":\"purchase\",\"id\":\"p1\",\"timestamp\":\"2026-11-24T11:00:00Z\","
              + "\"user\":\"u-1\",\"item\":\"C_course-v1:X+1+T1\"}");
      Ran ran = backup(backup);
      assertEquals(0, ran.exit(), ran.err());
      before = answers(product);
      assertTrue(before.get(2).toString().contains("C_course-v1:X+1+T1"), before.get(2).toString());
    }

    Path restored = folder.resolve("restored");
    Ran ran = restore(backup, restored);

    assertEquals(0, ran.exit(), ran.err());
    try (Product product = demo(restored)) {
      assertEquals(before, answers(product));
    }
  }

  private void fill() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("events.jsonl"),
            """
            {"event":"click","id":"e1","timestamp":"2026-11-24T10:00:00Z","user":"u1","item":"a"}
            {"event":"click","id":"e2","timestamp":"2026-11-24T10:00:00Z","user":"u2","item":"a"}
            """);
    assertEquals(
        0, Ran.of("import", "jsonl", lines.toString(), "--data", data().toString()).exit());
  }

  @Test
  void whoeverWasForgottenAfterTheBackupIsForgottenAgain() throws Exception {
    fill();
    Path backup = folder.resolve("backup");
    assertEquals(0, backup(backup).exit());
    Settings settings = Settings.of(SettingsFile.shipped());
    try (Store store = Product.openStore(new DataFolder(data()), settings)) {
      store.erasures().erase(new UserId("u1"));
    }
    Path restored = Files.createDirectory(folder.resolve("restored"));
    Files.copy(data().resolve("erasures.jsonl"), restored.resolve("erasures.jsonl"));

    Ran ran = restore(backup, restored);

    assertEquals(1, ran.json().path("erasedAgain").asInt(), ran.err());
    try (Store store = Product.openStore(new DataFolder(restored), settings)) {
      assertEquals(List.of(), store.eventsOf(new UserId("u1")));
      assertEquals(1, store.eventsOf(new UserId("u2")).size());
      assertEquals(1, store.erasures().ledger().size());
    }
    assertTrue(Files.readString(restored.resolve("erasures.jsonl")).contains("receipt"));
  }

  @Test
  void aDamagedBackupIsRefusedAndSaysWhichFile() throws Exception {
    fill();
    Path backup = folder.resolve("backup");
    backup(backup);
    Random random = new Random(5);
    for (String name : List.of("record.jsonl", "pepper")) {
      Path file = backup.resolve(name);
      byte[] good = Files.readAllBytes(file);
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= 1;
      Files.write(file, bad);
      Ran flipped = restore(backup, folder.resolve("other"));
      Files.delete(file);
      Ran missing = restore(backup, folder.resolve("other"));
      Files.write(file, good);

      assertEquals(1, flipped.exit());
      assertTrue(flipped.err().contains(name + " is damaged"), flipped.err());
      assertTrue(missing.err().contains(name + " is missing"), missing.err());
      assertFalse(Files.exists(folder.resolve("other")));
    }
    assertEquals(0, restore(backup, folder.resolve("other")).exit());
  }

  @Test
  void nothingIsWrittenOver() throws Exception {
    fill();
    Path backup = folder.resolve("backup");
    backup(backup);

    Ran again = backup(backup);
    Ran over = restore(backup, data());

    assertEquals(1, again.exit());
    assertTrue(again.err().contains("must be an empty folder"), again.err());
    assertEquals(1, over.exit());
    assertTrue(over.err().contains("must be empty"), over.err());
  }

  @Test
  void aFullDiskLeavesNoHalfBackupAndHarmsNothing() throws Exception {
    fill();
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(
        shell("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", small.toString()) == 0,
        "skipped: no small file system can be mounted here");
    try {
      Ran full = backup(small.resolve("backup"));

      assertEquals(1, full.exit());
      assertTrue(full.err().contains("cannot be written"), full.err());
      assertFalse(full.err().contains("\tat "), full.err());
      try (Stream<Path> left = Files.list(small)) {
        assertEquals(List.of(), left.toList());
      }
    } finally {
      shell("umount", small.toString());
    }
    assertEquals(0, backup(folder.resolve("backup")).exit());
  }

  private static int shell(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
