package io.zhixun.server;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A client that holds every answer against the OpenAPI file, and every request that was accepted
 * too: the file may not be stricter than the server.
 */
final class Client {
  private static final Contract CONTRACT = Contract.load();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Map<String, String> headers;

  private Client(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  static Client of(int port) {
    return new Client("http://127.0.0.1:" + port, Map.of());
  }

  /** The same with one more header in every request. */
  Client with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Client(base, more);
  }

  Client withKey(String key) {
    return with("Authorization", "Bearer " + key);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Answer get(String path) {
    return send("GET", path, Optional.empty());
  }

  Answer delete(String path) {
    return send("DELETE", path, Optional.empty());
  }

  Answer post(String path, String body) {
    return typed("application/json").send("POST", path, Optional.of(body));
  }

  Answer postLines(String path, String... lines) {
    String body = String.join("\n", lines);
    return typed("application/x-ndjson").send("POST", path, Optional.of(body));
  }

  Answer put(String path, String body) {
    return typed("application/json").send("PUT", path, Optional.of(body));
  }

  Answer patch(String path, String body) {
    return typed("application/merge-patch+json").send("PATCH", path, Optional.of(body));
  }

  private Client typed(String contentType) {
    return headers.containsKey("Content-Type") ? this : with("Content-Type", contentType);
  }

  Answer send(String method, String path, Optional<String> body) {
    byte[] bytes = body.orElse("").getBytes(StandardCharsets.UTF_8);
    Answer answer = exchange(method, path, bytes);
    if (!method.equals("HEAD")) {
      check(method, path, body, answer);
    }
    return answer;
  }

  /** One exchange that is not held against the contract. */
  Answer exchange(String method, String path, byte[] body) {
    return exchange(
        method,
        path,
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
  }

  /** Posts pieces without saying how long they are together. */
  Answer stream(String path, Supplier<Stream<byte[]>> pieces) {
    Iterable<byte[]> body = () -> pieces.get().iterator();
    return exchange("POST", path, BodyPublishers.ofByteArrays(body));
  }

  private Answer exchange(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.headers(),
          new String(response.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void check(String method, String path, Optional<String> body, Answer answer) {
    String route = path.split("\\?", 2)[0];
    Request.Method verb = Request.Method.valueOf(method.toUpperCase(Locale.ROOT));
    SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
    answer.headers().map().forEach(response::withHeader);
    if (!answer.body().isEmpty()) {
      response.withBody(answer.body());
    }
    String what = method + " " + path + " → " + answer.status() + " " + answer.body();
    CONTRACT.checkAnswer(route, verb, response.build(), what);
    if (answer.status() < 400) {
      CONTRACT.checkRequest(request(verb, path, route, body), what);
    }
  }

  private Request request(Request.Method verb, String path, String route, Optional<String> body) {
    SimpleRequest.Builder request = new SimpleRequest.Builder(verb, route);
    headers.forEach((name, value) -> request.withHeader(name, value));
    body.ifPresent(request::withBody);
    for (String pair :
        path.contains("?") ? path.split("\\?", 2)[1].split("&", -1) : new String[0]) {
      List<String> parts = List.of(pair.split("=", 2));
      request.withQueryParam(
          parts.getFirst(), URLDecoder.decode(parts.getLast(), StandardCharsets.UTF_8));
    }
    return request.build();
  }
}
