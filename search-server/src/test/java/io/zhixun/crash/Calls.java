package io.zhixun.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests to one server; an {@link IOException} means that nobody can know what became of one. */
record Calls(HttpClient http, String address) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What came back, whole. */
  record Answer(int status, String etag, String body) {
    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, "application/json", "");
  }

  Answer send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .timeout(PATIENCE)
                .build(),
            BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), answer.body());
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, "application/json", body);
  }

  Answer postLines(String path, String lines) throws IOException, InterruptedException {
    return send("POST", path, "application/x-ndjson", lines);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
