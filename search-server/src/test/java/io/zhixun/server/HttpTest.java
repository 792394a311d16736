package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is the same for every route. */
class HttpTest {
  private static TestServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = TestServer.open().withCourses();
    client = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anAddressWithoutARouteIsNotFound() {
    Answer answer = client.exchange("GET", "/v1/nothing", new byte[0]);

    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals("404 NOT_FOUND", answer.problem());
    assertEquals("/v1/nothing", answer.text("/instance"));
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /v1/search, 'GET, HEAD'",
    "POST, /v1/items/c-1, 'GET, PUT, PATCH, DELETE, HEAD'",
    "GET, /v1/rank, POST",
    "OPTIONS, /v1/rank, POST",
    "TRACE, /v1/rank, POST"
  })
  void anotherMethodIsRefusedNamingThoseThatWork(String method, String path, String allowed) {
    Answer answer = client.exchange(method, path, new byte[0]);

    assertEquals("405 METHOD_NOT_ALLOWED", answer.problem());
    assertEquals(allowed, answer.header("Allow"));
  }

  @Test
  void headAnswersLikeGetWithoutTheBody() {
    Answer found = client.exchange("HEAD", "/v1/items/c-1", new byte[0]);
    Answer missing = client.exchange("HEAD", "/v1/items/nobody", new byte[0]);
    Answer bad = client.exchange("HEAD", "/v1/search?size=0", new byte[0]);

    assertEquals(200, found.status());
    assertEquals("\"1\"", found.header("ETag"));
    assertEquals("", found.body());
    assertEquals(404, missing.status());
    assertEquals(400, bad.status());
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() {
    byte[] body = "{\"items\":[\"\u00FF\"]}".getBytes(StandardCharsets.ISO_8859_1);

    Answer answer =
        client.with("Content-Type", "application/json").exchange("POST", "/v1/rank", body);

    assertEquals("400 BAD_ENCODING", answer.problem());
  }

  @Test
  void longAnswersAreCompressedForThoseWhoAsk() throws IOException {
    for (int i = 0; i < 30; i++) {
      server.put("{'id':'gz-" + i + "','format':'COURSE','title':'压缩 " + i + "'}");
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request =
          "GET /v1/search HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = socket.getInputStream().readAllBytes();
      String text = new String(answer, StandardCharsets.ISO_8859_1);
      int body = text.indexOf("\r\n\r\n") + 4;
      assertTrue(text.contains("Content-Encoding: gzip"), text.substring(0, body));
      String json =
          new String(
              new GZIPInputStream(new ByteArrayInputStream(answer, body, answer.length - body))
                  .readAllBytes(),
              StandardCharsets.UTF_8);
      assertTrue(json.contains("\"hits\":["), json);
    }
  }

  @Test
  void aMistakeOfOursIsA500WithoutDetails() {
    server.discovery.failure = Optional.of(new IllegalArgumentException("secret detail"));
    try {
      Answer answer = client.get("/v1/search");

      assertEquals("500 INTERNAL", answer.problem());
      assertFalse(answer.body().contains("secret"), answer.body());
      assertTrue(answer.header("X-Request-Id").length() == 26);
    } finally {
      server.discovery.failure = Optional.empty();
    }
  }

  @Test
  void anErrorOfTheMachineIsA500Too() {
    server.discovery.failure = Optional.of(new StackOverflowError());
    try {
      Answer answer = client.get("/v1/search");

      assertEquals("500 INTERNAL", answer.problem());
    } finally {
      server.discovery.failure = Optional.empty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreException.Code.class)
  void aRecordThatCannotBeWrittenIsSaidWithoutItsPlace(StoreException.Code code) {
    server.live.failure =
        Optional.of(new CompletionException(new StoreException(code, "/data/secret is full")));
    try {
      Answer answer = client.put("/v1/users/u1", "{\"id\":\"u1\"}");

      String expected =
          switch (code) {
            case FULL, READ_ONLY, LOCKED, UNAVAILABLE, CLOSED -> "503 STORE_UNAVAILABLE";
            case OVERLOADED -> "503 OVERLOADED";
            case REFUSED, PRUNED, DAMAGED, NEWER_SCHEMA -> "500 INTERNAL";
          };
      assertEquals(expected, answer.problem());
      assertEquals(answer.status() == 503, !answer.header("Retry-After").isEmpty());
      assertFalse(answer.body().contains("secret"), answer.body());
    } finally {
      server.live.failure = Optional.empty();
    }
  }
}
