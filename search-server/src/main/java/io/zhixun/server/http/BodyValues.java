package io.zhixun.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.corpus.jsonl.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Bodies that may bring many values: one JSON object, a list of them, or JSON lines. */
public final class BodyValues {
  private BodyValues() {}

  /** One value, or what stood in its place. */
  public sealed interface Value {
    /** From 1: the line of a stream, the entry of a list. */
    long line();

    record Json(long line, JsonNode node) implements Value {}

    record Unreadable(long line, ProblemException problem) implements Value {}
  }

  /**
   * Gives each value in order; a stream is never held in memory as a whole.
   *
   * @throws ProblemException when the body as a whole is refused
   */
  public static void each(Context ctx, Consumer<Value> values) {
    switch (Body.kind(ctx)) {
      case JSON -> ofJson(Body.json(ctx), values);
      case LINES -> ofLines(ctx, values);
    }
  }

  private static void ofJson(JsonNode body, Consumer<Value> values) {
    if (!body.isArray()) {
      values.accept(new Value.Json(1, body));
      return;
    }
    for (int i = 0; i < body.size(); i++) {
      values.accept(new Value.Json(i + 1, body.get(i)));
    }
  }

  private static void ofLines(Context ctx, Consumer<Value> values) {
    try {
      TextLines.read(
          Body.stream(ctx),
          "body",
          StandardCharsets.UTF_8,
          (number, text) -> {
            if (!text.isBlank()) {
              values.accept(value(number, text));
            }
          },
          problem ->
              values.accept(
                  new Value.Unreadable(problem.line(), ProblemException.of(problem.problem()))));
    } catch (IOException e) {
      throw Body.interrupted(e);
    }
  }

  private static Value value(long number, String text) {
    return switch (StrictJson.read(text)) {
      case Checked.Valid<JsonNode>(JsonNode node) -> new Value.Json(number, node);
      case Checked.Invalid<JsonNode> invalid ->
          new Value.Unreadable(number, ProblemException.of(invalid.problems().getFirst()));
    };
  }
}
