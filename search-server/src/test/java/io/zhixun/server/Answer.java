package io.zhixun.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;

/** What came back. */
record Answer(int status, HttpHeaders headers, String body) {
  private static final JsonMapper MAPPER = new JsonMapper();

  JsonNode json() {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The text at a JSON pointer; empty when there is none. */
  String text(String pointer) {
    return json().at(pointer).asText();
  }

  /** {@code 400 OUT_OF_RANGE /size} for a problem. */
  String problem() {
    JsonNode json = json();
    String pointer = json.path("pointer").asText();
    String text = status + " " + json.path("code").asText();
    return pointer.isEmpty() ? text : text + " " + pointer;
  }
}
