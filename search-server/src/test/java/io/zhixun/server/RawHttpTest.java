package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no well-behaved client sends, as bytes on a connection. */
class RawHttpTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.open().withCourses();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Sends lines as they are, a blank one after them, and reads until the connection ends. */
  private static String raw(String... lines) {
    String request = String.join("\r\n", lines) + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request, e);
    }
  }

  private static String get(String target) {
    return raw("GET " + target + " HTTP/1.1", "Host: localhost", "Connection: close");
  }

  @Test
  void queriesAreTakenAsCurlSendsThem() {
    String utf8 = new String("机器".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    assertTrue(get("/v1/search?q=" + utf8).contains("\"total\":2"));
    assertEquals("机器", server.discovery.lastSearch.query());
  }

  @ParameterizedTest
  @CsvSource({
    "q=%, /q",
    "q=%4, /q",
    "q=%zz, /q",
    "q=%FF, /q",
    "q=%C0%80, /q",
    "q=%ED%A0%80, /q",
    "q=\u00FF, /q",
    "%FF=a, ''"
  })
  void aBrokenQueryIsRefused(String query, String pointer) {
    String answer = get("/v1/search?" + query);

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("\"code\":\"BAD_ENCODING\""), answer);
    assertEquals(!pointer.isEmpty(), answer.contains("\"pointer\":\"" + pointer + "\""), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/items/%, BAD_REQUEST",
    "/v1/items/%zz, BAD_REQUEST",
    "/v1/items/%FF, BAD_ENCODING",
    "/v1/items/%C0%AF, BAD_ENCODING",
    "/%E6, BAD_ENCODING"
  })
  void aBrokenPathIsRefused(String path, String code) {
    String answer = get(path);

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/items/..%2Fx",
    "/v1/items/a%2Fb",
    "/v1/items/a%5Cb",
    "/v1/items/a;b",
    "/v1/items/%2e%2e",
    "/v1/../v1/search",
    "/v1//search",
    "/v1/items/",
    "/V1/search"
  })
  void anAddressThatMayMeanSomethingElseNeverAnswers(String path) {
    String answer = get(path);

    assertTrue(answer.matches("(?s)HTTP/1\\.1 (400|404) .*"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
  }

  @Test
  void whatIsHardlyHttpIsRefusedInTheSameForm() {
    List<List<String>> requests =
        List.of(
            List.of("GET /v1/search HTTP/1.1"),
            List.of("GET /v1/search HTTP/9.9", "Host: x"),
            List.of("GET  HTTP/1.1", "Host: x"),
            List.of("\u0016\u0003\u0001"),
            List.of("POST /v1/rank HTTP/1.1", "Host: x", "Content-Length: -1"),
            List.of("POST /v1/rank HTTP/1.1", "Host: x", "Content-Length: 1", "Content-Length: 2"));
    for (List<String> request : requests) {
      String answer = raw(request.toArray(String[]::new));

      assertTrue(answer.matches("(?s)HTTP/1\\.1 400 .*"), request + " → " + answer);
      assertTrue(answer.contains("application/problem+json"), request + " → " + answer);
      assertFalse(answer.contains("<html"), answer);
    }
  }

  @Test
  void brokenChunksAreTheSendersMistake() {
    String answer =
        raw(
            "POST /v1/rank HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "",
            "zz");

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("\"code\":\"BAD_REQUEST\""), answer);
  }

  @Test
  void endlessAddressesAndHeadersAreRefused() {
    String address = get("/v1/search?q=" + "a".repeat(20_000));
    String header =
        raw(
            "GET /livez HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "X: " + "a".repeat(20_000));

    assertTrue(address.startsWith("HTTP/1.1 414 "), address);
    assertTrue(address.contains("URI_TOO_LONG"), address);
    assertTrue(header.startsWith("HTTP/1.1 431 "), header);
    assertTrue(header.contains("HEADERS_TOO_LARGE"), header);
  }

  @Test
  void aBodyThatDeclaresToBeTooLargeIsRefusedBeforeItIsRead() {
    String answer =
        raw(
            "POST /v1/rank HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: 99999999");

    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("BODY_TOO_LARGE"), answer);
  }

  @Test
  void whoeverIsRefusedMaySendToTheEndAndAskAgain() throws IOException {
    byte[] body = " ".repeat(8_000_000).getBytes(StandardCharsets.ISO_8859_1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String type : List.of("application/json", "text/plain", "application/json")) {
        String head =
            String.join(
                "\r\n",
                "POST /v1/rank HTTP/1.1",
                "Host: localhost",
                "Content-Type: " + type,
                "Content-Length: " + body.length);
        socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        String status = in.readLine();
        socket.getOutputStream().write(body);

        assertTrue(status.startsWith(type.equals("text/plain") ? "HTTP/1.1 415" : "HTTP/1.1 413"));
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
          if (line.startsWith("Content-Length: ")) {
            length = Integer.parseInt(line.substring(16));
          }
        }
        assertEquals(length, in.skip(length));
      }
    }
  }

  @Test
  void aChunkedBodyIsCountedWhileItIsRead() {
    String chunk = "186A0\r\n" + " ".repeat(100_000) + "\r\n";
    String answer =
        raw(
            "POST /v1/rank HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "Connection: close",
            "",
            chunk.repeat(11) + "0");

    assertTrue(
        answer.startsWith("HTTP/1.1 413 "), answer.substring(0, Math.min(300, answer.length())));
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, , 403",
    "evil.example:8080, , 403",
    "localhost.evil.example, , 403",
    "localhost, http://evil.example, 403",
    "localhost, null, 403",
    "localhost:8080, , 200",
    "127.0.0.1, http://127.0.0.1:3000, 200",
    "[::1]:8080, , 200",
    "LOCALHOST, , 200"
  })
  void anOpenServerAnswersNoOtherSitesPages(String host, String origin, int status) {
    String answer =
        raw(
            "GET /v1/search HTTP/1.1",
            "Host: " + host,
            "Connection: close",
            origin == null ? "X-Nothing: here" : "Origin: " + origin);

    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
  }
}
