package io.zhixun.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.corpus.jsonl.JsonlReader;
import io.zhixun.corpus.jsonl.LineSplitter;
import io.zhixun.corpus.jsonl.LineSplitter.Line;
import java.io.IOException;
import java.util.Optional;
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
    LineSplitter lines = new LineSplitter(Body.stream(ctx), JsonlReader.MAX_LINE_BYTES);
    long number = 0;
    for (Optional<Line> line = next(lines); line.isPresent(); line = next(lines)) {
      number++;
      value(number, line.get()).ifPresent(values);
    }
  }

  private static Optional<Line> next(LineSplitter lines) {
    try {
      return lines.next();
    } catch (IOException e) {
      throw Body.interrupted(e);
    }
  }

  /** The value of a line; none of a blank one. */
  private static Optional<Value> value(long number, Line line) {
    return switch (line) {
      case Line.Text(String text) when text.isBlank() -> Optional.empty();
      case Line.Text(String text) -> Optional.of(value(number, text));
      case Line.TooLong(long bytes) ->
          unreadable(
              number,
              ProblemCode.TOO_LONG,
              "a line must have at most " + JsonlReader.MAX_LINE_BYTES + " bytes, got " + bytes);
      case Line.BrokenUtf8() ->
          unreadable(number, ProblemCode.BAD_ENCODING, "a line must be UTF-8, got other bytes");
    };
  }

  private static Value value(long number, String text) {
    return switch (StrictJson.read(text)) {
      case Checked.Valid<JsonNode>(JsonNode node) -> new Value.Json(number, node);
      case Checked.Invalid<JsonNode> invalid ->
          new Value.Unreadable(number, ProblemException.of(invalid.problems().getFirst()));
    };
  }

  private static Optional<Value> unreadable(long number, ProblemCode code, String detail) {
    return Optional.of(new Value.Unreadable(number, new ProblemException(code, detail)));
  }
}
