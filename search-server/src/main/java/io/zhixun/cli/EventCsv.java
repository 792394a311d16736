package io.zhixun.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.jsonl.EventJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Events as comma-separated values for spreadsheets: one row an event, of an impression one row for
 * each item shown.
 *
 * <p>Source: <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>; lines end with CR LF.
 */
final class EventCsv {
  private static final List<String> COLUMNS =
      List.of(
          "event",
          "id",
          "timestamp",
          "receivedAt",
          "user",
          "visitor",
          "session",
          "requestId",
          "item",
          "position",
          "priceFen",
          "seconds",
          "progress",
          "rating",
          "scope",
          "query",
          "device",
          "scene",
          "hour");

  private EventCsv() {}

  static void write(List<Event> events, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(String.join(",", COLUMNS) + "\r\n");
      for (Event event : events) {
        ObjectNode json = EventJson.write(event);
        if (json.path("items").isEmpty()) {
          out.write(row(json, json));
        }
        for (JsonNode shown : json.path("items")) {
          out.write(row(json, shown));
        }
      }
    }
  }

  private static String row(ObjectNode event, JsonNode item) {
    return COLUMNS.stream()
        .map(column -> field(value(event, item, column)))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** From the item shown, else the event, else its context; empty when none says it. */
  private static String value(ObjectNode event, JsonNode item, String column) {
    for (JsonNode place : List.of(item, event, event.path("context"))) {
      if (place.path(column).isValueNode()) {
        return place.path(column).asText();
      }
    }
    return "";
  }

  private static String field(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
