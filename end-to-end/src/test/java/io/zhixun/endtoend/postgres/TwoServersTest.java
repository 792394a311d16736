package io.zhixun.endtoend.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.endtoend.postgres.ServingProcess.Answer;
import io.zhixun.endtoend.postgres.ServingProcess.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers with data folders of their own on one PostgreSQL: each shows what the other accepted,
 * and both live through its absence. How long things took is printed.
 */
@ExtendWith(NeedsPostgres.class)
class TwoServersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ITEMS = 30;

  @TempDir private Path folder;

  private PostgresServer postgres;
  private String key;
  private ServingProcess one;
  private ServingProcess two;

  private Place place(String name) {
    return new Place(folder.resolve(name), postgres.url(), folder.resolve(name + ".log"));
  }

  @BeforeEach
  void start() throws Exception {
    postgres = PostgresServer.start(folder.resolve("postgres"), OptionalInt.empty());
    Path lines = folder.resolve("catalogue.jsonl");
    Files.write(lines, IntStream.range(0, ITEMS).mapToObj(TwoServersTest::line).toList());
    place("one").run("import", "jsonl", lines.toString());
    key = place("one").run("key", "create", "--role", "admin").strip();
    Files.createDirectories(folder.resolve("two"));
    Files.copy(folder.resolve("one/pepper"), folder.resolve("two/pepper"));
    place("one").run("index", "build");
    place("two").run("index", "build");
    one = ServingProcess.start(place("one"), key);
    two = ServingProcess.start(place("two"), key);
  }

  @AfterEach
  void stop() throws IOException {
    two.close();
    one.close();
    postgres.close();
  }

  private static String line(int number) {
    return item("c-" + number, "课程 " + number);
  }

  private static String item(String id, String title) {
    return "{\"id\":\"%s\",\"format\":\"COURSE\",\"title\":\"%s\",\"tags\":[\"数学\"]}"
        .formatted(id, title);
  }

  private static Answer click(ServingProcess at, String id, String user) {
    return at.send(
        "POST",
        "/v1/events",
        "{\"event\":\"click\",\"id\":\"%s\",\"timestamp\":\"2026-11-24T09:00:00Z\",\"user\":\"%s\",\"item\":\"c-1\"}"
            .formatted(id, user));
  }

  private static Answer put(ServingProcess at, String title) {
    return at.send("PUT", "/v1/items/c-2", item("c-2", title));
  }

  private static JsonNode home(ServingProcess at, String user, String... headers) {
    return at.get("/v1/recommendations?scenario=home&user=" + user, headers).json();
  }

  private static boolean isPersonal(JsonNode answer) {
    return answer.path("personalised").asBoolean();
  }

  private static JsonNode search(ServingProcess at, String text, String... headers) {
    return at.get("/v1/search?mode=lexical&q=" + text, headers).json();
  }

  private static boolean isFirst(JsonNode found, String item) {
    return found.path("hits").path(0).path("item").path("id").asText().equals(item);
  }

  /** Waits for an effect, and says how long it took. */
  private static double until(BooleanSupplier effect, String what) throws InterruptedException {
    long start = System.nanoTime();
    while (!effect.getAsBoolean()) {
      assertTrue(System.nanoTime() - start < PATIENCE.toNanos(), "never came: " + what);
      Thread.sleep(5);
    }
    double millis = (System.nanoTime() - start) / 1e6;
    System.out.printf("%s: after %.0f ms%n", what, millis);
    return millis;
  }

  private static String[] after(Answer write) {
    assertTrue(write.seq() > 0, write.toString());
    return new String[] {"X-Zhixun-Seq", Long.toString(write.seq())};
  }

  private static void assertWhole(JsonNode answer) {
    assertFalse(answer.has("degraded"), answer.toString());
  }

  @Test
  void whatOneAcceptsTheOtherShows() throws Exception {
    assertFalse(isPersonal(home(two, "u1")));
    click(one, "e1", "u1");
    until(() -> isPersonal(home(two, "u1")), "an event of the other server acts");
    put(one, "zebra");
    until(() -> isFirst(search(two, "zebra"), "c-2"), "an edit of the other server is found");
    one.send("PUT", "/v1/users/u1/personalisation", "{\"enabled\":false}");
    until(() -> !isPersonal(home(two, "u1")), "a switch at the other server acts");

    JsonNode reader = one.send("POST", "/v1/keys", "{\"name\":\"r\",\"role\":\"READER\"}").json();
    ServingProcess asReader = two.withKey(reader.path("key").asText());
    assertEquals(200, asReader.get("/v1/search?q=x").status(), reader.toString());
    one.send("DELETE", "/v1/keys/" + reader.path("id").asText(), "");
    until(
        () -> asReader.get("/v1/search?q=x").status() == 401,
        "a key that was revoked at the other server opens nothing");
  }

  @Test
  void aReaderWhoCarriesTheNumberOfAWriteSeesItAtOnce() {
    for (int i = 0; i < 20; i++) {
      String user = "n" + i;
      String title = "walrus" + i;
      ServingProcess writes = i % 2 == 0 ? one : two;
      ServingProcess reads = i % 2 == 0 ? two : one;
      home(reads, user); // is now known there as a stranger

      JsonNode feed = home(reads, user, after(click(writes, "n-e" + i, user)));
      JsonNode found = search(reads, title, after(put(writes, title)));
      Answer off =
          writes.send("PUT", "/v1/users/" + user + "/personalisation", "{\"enabled\":false}");
      JsonNode without = home(reads, user, after(off));

      assertWhole(feed);
      assertTrue(isPersonal(feed), feed.toString());
      assertWhole(found);
      assertTrue(isFirst(found, "c-2"), found.toString());
      assertWhole(without);
      assertFalse(isPersonal(without), without.toString());
    }
  }

  @Test
  void oneThatWasKilledCatchesUpWhenItStartsAgain() throws Exception {
    two.close();
    click(one, "e1", "u1");
    put(one, "zebra");
    String generation = one.get("/readyz").json().path("generation").asText();

    two = ServingProcess.start(place("two"), key);

    String other = two.get("/readyz").json().path("generation").asText();
    assertEquals(generation.replaceAll(".*@", ""), other.replaceAll(".*@", ""));
    assertTrue(isPersonal(home(two, "u1")));
    assertTrue(isFirst(search(two, "zebra"), "c-2"));
  }

  @Test
  void whileTheDatabaseIsAwayReadsGoOnAndSaySoAndWritesAreToldToComeAgain() throws Exception {
    click(one, "e1", "known");
    assertTrue(isPersonal(home(one, "known"))); // each has the learner in memory now
    until(() -> isPersonal(home(two, "known")), "an event of the other server acts");
    int port = postgres.port();
    postgres.close();

    for (ServingProcess server : List.of(one, two)) {
      until(() -> warnings(server).contains("STORE_UNAVAILABLE"), "the absence is told");
      readsGoOn(server);
      for (Answer refused : List.of(click(server, "e2", "known"), put(server, "zebra"))) {
        assertEquals(503, refused.status(), refused.toString());
        assertTrue(refused.retryAfter().isPresent(), refused.toString());
      }
    }
    postgres = PostgresServer.start(folder.resolve("postgres"), OptionalInt.of(port));

    until(() -> put(one, "zebra").status() == 200, "a write is accepted again");
    until(() -> isFirst(search(two, "zebra"), "c-2"), "the other server shows it");
    for (ServingProcess server : List.of(one, two)) {
      until(() -> !warnings(server).contains("STORE_UNAVAILABLE"), "the absence is over");
    }
    JsonNode feed = home(two, "unseen", after(click(two, "e2", "unseen")));
    assertWhole(feed);
    assertTrue(isPersonal(feed));
  }

  private static void readsGoOn(ServingProcess server) {
    assertEquals(200, server.get("/readyz").status());
    Answer found = server.get("/v1/search?mode=lexical&q=" + "%E8%AF%BE%E7%A8%8B");
    assertEquals(200, found.status(), found.toString());
    assertTrue(found.json().path("total").asInt() > 0, found.toString());
    assertEquals("STORE_UNAVAILABLE", missing(found.json(), "changes"));
    JsonNode known = home(server, "known");
    assertTrue(isPersonal(known), known.toString());
    JsonNode stranger = home(server, "somebody");
    assertFalse(isPersonal(stranger), stranger.toString());
    assertTrue(stranger.path("sections").size() > 0, stranger.toString());
    assertEquals("STORE_UNAVAILABLE", missing(stranger, "learner"));
    Answer item = server.get("/v1/items/c-1");
    assertEquals(200, item.status(), item.toString());
    assertEquals("课程 1", item.json().path("title").asText());
    assertEquals("STORE_UNAVAILABLE", missing(item.json(), "changes"));
    assertEquals(503, server.get("/v1/items/nowhere").status());
    assertEquals(200, server.get("/items/c-1").status());
    JsonNode waiting = search(server, "x", "X-Zhixun-Seq", "999999");
    assertEquals("NOT_YET_THERE", missing(waiting, "changes"));
  }

  /** The code with which an answer says that something is missing. */
  private static String missing(JsonNode answer, String source) {
    for (JsonNode one : answer.path("degraded")) {
      if (one.path("source").asText().equals(source)) {
        return one.path("code").asText();
      }
    }
    return "nothing is missing in " + answer;
  }

  private static List<String> warnings(ServingProcess server) {
    List<String> codes = new ArrayList<>();
    server.get("/readyz").json().path("warnings").forEach(w -> codes.add(w.path("code").asText()));
    return codes;
  }
}
