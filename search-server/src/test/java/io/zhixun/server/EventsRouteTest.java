package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsRouteTest extends RouteTest {
  private static String click(String id) {
    return click(id, "2026-11-24T09:59:00Z");
  }

  private static String click(String id, String at) {
    return "{\"event\":\"click\",\"id\":\"%s\",\"timestamp\":\"%s\",\"user\":\"u7\",\"item\":\"c-1\"}"
        .formatted(id, at);
  }

  private static String rating(String id, String stars) {
    return "{\"event\":\"rating\",\"id\":\"%s\",\"timestamp\":\"2026-11-24T09:59:00Z\",\"user\":\"u7\",\"item\":\"c-1\",\"rating\":%s}"
        .formatted(id, stars);
  }

  @Test
  void oneEventIsAccepted() {
    Answer answer = client.post("/v1/events", click("e1"));

    assertEquals(202, answer.status());
    assertEquals("{\"accepted\":1,\"duplicates\":0,\"rejected\":[],\"seq\":1}", answer.body());
  }

  @Test
  void everyKindOfEventIsAccepted() {
    Answer answer =
        client.post(
            "/v1/events",
            """
            [{"event":"impression","id":"e1","timestamp":"2026-11-24T10:00:00.000Z","user":"u7","session":"s1","requestId":"r9","items":[{"item":"c-1024","position":1}],"context":{"device":"phone","scene":"home"}},
             {"event":"click","id":"e2","timestamp":"2026-11-24T10:00:00Z","user":"u7","requestId":"r9","item":"c-1024","position":1},
             {"event":"purchase","id":"e3","timestamp":"2026-11-24T10:00:00Z","user":"u7","item":"c-1024","priceFen":19900},
             {"event":"study","id":"e4","timestamp":"2026-11-24T10:00:00Z","user":"u7","item":"c-1024","seconds":1500},
             {"event":"progress","id":"e5","timestamp":"2026-11-24T10:00:00Z","user":"u7","item":"c-1024","progress":0.35},
             {"event":"completion","id":"e6","timestamp":"2026-11-24T10:00:00Z","user":"u7","item":"c-1024"},
             {"event":"rating","id":"e7","timestamp":"2026-11-24T10:00:00Z","user":"u7","item":"c-1024","rating":5},
             {"event":"favourite","id":"e8","timestamp":"2026-11-24T10:00:00Z","user":"u7","item":"c-1024"},
             {"event":"not_interested","id":"e9","timestamp":"2026-11-24T10:00:00Z","user":"u7","item":"c-1024","scope":"item"},
             {"event":"search","id":"e10","timestamp":"2026-11-24T10:00:00Z","visitor":"v1","requestId":"r9","query":"机器学习"}]\
            """);

    assertEquals("{\"accepted\":10,\"duplicates\":0,\"rejected\":[],\"seq\":10}", answer.body());
    assertEquals(9, client.get("/v1/users/u7/history").json().path("events").size());
  }

  @Test
  void goodLinesOfAStreamAreAcceptedWhateverIsWrongWithOthers() {
    Answer answer =
        client.postLines(
            "/v1/events", click("e1"), "", rating("e2", "9"), "{broken", click("e1"), click("e3"));

    assertEquals(202, answer.status());
    assertEquals("2", answer.text("/accepted"));
    assertEquals("1", answer.text("/duplicates"));
    assertEquals("2", answer.text("/seq"));
    assertEquals(2, answer.json().path("rejected").size());
    assertEquals(
        "{\"line\":3,\"pointer\":\"/rating\",\"code\":\"OUT_OF_RANGE\",\"detail\":\"rating must be"
            + " 1..5, got 9\"}",
        answer.json().at("/rejected/0").toString());
    assertEquals("4", answer.text("/rejected/1/line"));
    assertEquals("NOT_JSON", answer.text("/rejected/1/code"));
  }

  @Test
  void theSameIdWithOtherContentIsAConflict() {
    client.post("/v1/events", click("e1"));

    Answer again = client.post("/v1/events", click("e1"));
    Answer other = client.post("/v1/events", click("e1", "2026-11-24T09:00:00Z"));

    assertEquals("{\"accepted\":0,\"duplicates\":1,\"rejected\":[],\"seq\":1}", again.body());
    assertEquals(202, other.status());
    assertEquals("CONFLICT", other.text("/rejected/0/code"));
    assertEquals("/id", other.text("/rejected/0/pointer"));
  }

  @Test
  void anIdThatOccursTwiceInOneBodyCountsOnce() {
    Answer answer =
        client.postLines(
            "/v1/events", click("e1"), click("e1"), click("e1", "2026-11-24T09:00:00Z"));

    assertEquals("1", answer.text("/accepted"));
    assertEquals("1", answer.text("/duplicates"));
    assertEquals("CONFLICT", answer.text("/rejected/0/code"));
    assertEquals("3", answer.text("/rejected/0/line"));
    assertEquals("1", answer.text("/seq"));
  }

  @Test
  void nothingReadableIsAProblemOfTheWholeRequest() {
    assertEquals(
        "400 OUT_OF_RANGE /rating", client.post("/v1/events", rating("e1", "9")).problem());
    assertEquals("400 BLANK", client.post("/v1/events", "[]").problem());
    assertEquals("400 BLANK", client.postLines("/v1/events", "", "  ", "").problem());
    assertEquals("400 NOT_JSON", client.post("/v1/events", "{").problem());
    assertEquals("400 WRONG_TYPE", client.post("/v1/events", "7").problem());
    Answer lines = client.postLines("/v1/events", rating("e1", "9"), "{");
    assertEquals("400 OUT_OF_RANGE /rating", lines.problem());
    assertTrue(lines.text("/detail").startsWith("line 1: rating must be 1..5, got 9"));
  }

  @Test
  void theServerPutsItsOwnTimeOfReceipt() {
    String sent = click("e1").replace("}", ",\"receivedAt\":\"2020-01-01T00:00:00Z\"}");
    client.post("/v1/events", sent);

    assertEquals(Optional.of(TestServer.NOW), server.event("e1").header().receivedAt());
  }

  @Test
  void aTimestampMoreThanFiveMinutesAheadBecomesTheTimeOfReceipt() {
    client.post("/v1/events", click("e1", "2026-11-24T10:05:00Z"));
    client.post("/v1/events", click("e2", "2026-11-24T10:05:00.001Z"));
    client.post("/v1/events", click("e3", "2031-01-01T00:00:00+08:00"));

    assertEquals(Instant.parse("2026-11-24T10:05:00Z"), server.event("e1").at());
    assertEquals(TestServer.NOW, server.event("e2").at());
    assertEquals(TestServer.NOW, server.event("e3").at());
  }

  @Test
  void anEventFromTheFutureMayBeSentAgain() {
    client.post("/v1/events", click("e1", "2031-01-01T00:00:00Z"));
    server.now = TestServer.NOW.plusSeconds(7);

    Answer again = client.post("/v1/events", click("e1", "2031-01-01T00:00:00Z"));

    assertEquals("{\"accepted\":0,\"duplicates\":1,\"rejected\":[],\"seq\":1}", again.body());
    assertEquals(TestServer.NOW, server.event("e1").at());
  }

  @Test
  void aStreamHasAtMostSixtyFourMillionBytesAndWhatCameBeforeIsKept() {
    byte[] first = (click("e1") + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[1_000_001];
    Arrays.fill(line, (byte) 'x');
    line[line.length - 1] = '\n';

    Answer answer =
        client.with("Content-Type", "application/x-ndjson").stream(
            "/v1/events",
            () -> Stream.concat(Stream.of(first), Stream.generate(() -> line).limit(64)));

    assertEquals("413 BODY_TOO_LARGE", answer.problem());
  }

  @Test
  void aStreamIsTakenInPiecesAndCountedAsOne() {
    String[] lines = IntStream.range(0, 1_234).mapToObj(i -> click("e" + i)).toArray(String[]::new);

    Answer answer = client.postLines("/v1/events", lines);

    assertEquals("1234", answer.text("/accepted"));
    assertEquals("1234", answer.text("/seq"));
  }

  @Test
  void manyRejectedLinesAreCountedButNotAllListed() {
    String[] lines =
        IntStream.range(0, 1_500)
            .mapToObj(i -> i == 700 ? click("e1") : "{")
            .toArray(String[]::new);

    Answer answer = client.postLines("/v1/events", lines);

    assertEquals("1", answer.text("/accepted"));
    assertEquals(1_000, answer.json().path("rejected").size());
    assertEquals("499", answer.text("/notListed"));
  }

  @Test
  void brokenUtf8AndEndlessLinesAreRejectedAlone() {
    byte[] good = (click("e1") + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[good.length + 2 + 1_000_002];
    System.arraycopy(good, 0, body, 0, good.length);
    body[good.length] = (byte) 0xFF;
    body[good.length + 1] = '\n';
    Arrays.fill(body, good.length + 2, body.length - 1, (byte) 'x');
    body[body.length - 1] = '\n';

    Answer answer =
        client.with("Content-Type", "application/x-ndjson").exchange("POST", "/v1/events", body);

    assertEquals(202, answer.status());
    assertEquals("BAD_TEXT", answer.text("/rejected/0/code"));
    assertEquals("TOO_LONG", answer.text("/rejected/1/code"));
    assertEquals("3", answer.text("/rejected/1/line"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=gbk",
        "multipart/form-data",
        ";"
      })
  void otherContentTypesAreRefused(String type) {
    Answer answer = client.with("Content-Type", type).post("/v1/events", click("e1"));

    assertEquals("415 UNSUPPORTED_MEDIA_TYPE", answer.problem());
  }

  @Test
  void theCharsetMayBeSaidIfItIsUtf8() {
    String type = "Application/JSON ; charset=\"UTF-8\"";

    assertEquals(202, client.with("Content-Type", type).post("/v1/events", click("e1")).status());
  }

  @Test
  void compressedBodiesAreRefused() {
    Answer answer = client.with("Content-Encoding", "gzip").post("/v1/events", click("e1"));

    assertEquals("415 UNSUPPORTED_MEDIA_TYPE", answer.problem());
  }

  @Test
  void aJsonBodyHasAtMostAMillionBytes() {
    String padding = " ".repeat(1_000_000 - click("e1").length());

    assertEquals(202, client.post("/v1/events", click("e1") + padding).status());
    assertEquals(
        "413 BODY_TOO_LARGE", client.post("/v1/events", click("e1") + padding + " ").problem());
  }
}
