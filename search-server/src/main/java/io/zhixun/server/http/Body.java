package io.zhixun.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Bodies of requests: what they may be, and how large. */
public final class Body {
  /** The most bytes of a body that is one JSON value. */
  public static final int MAX_JSON_BYTES = 1_000_000;

  /** The most bytes of a stream of JSON lines. */
  public static final long MAX_STREAM_BYTES = 64_000_000;

  private static final Set<String> LINES =
      Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
  private static final Set<String> PATCHES = Set.of(Json.JSON, "application/merge-patch+json");

  private Body() {}

  /** The kinds of bodies that routes with many values take. */
  public enum Kind {
    JSON,
    LINES
  }

  /** Which of the two a request brings; others are refused. */
  public static Kind kind(Context ctx) {
    String type = type(ctx);
    if (type.equals(Json.JSON)) {
      return Kind.JSON;
    }
    if (LINES.contains(type)) {
      return Kind.LINES;
    }
    throw unsupported(type, "application/json or application/x-ndjson");
  }

  /** The body as one JSON value of any type. */
  public static JsonNode json(Context ctx) {
    String type = type(ctx);
    if (!type.equals(Json.JSON)) {
      throw unsupported(type, "application/json");
    }
    return value(ctx);
  }

  /** The body as a JSON merge patch (RFC 7396). */
  public static JsonNode patch(Context ctx) {
    String type = type(ctx);
    if (!PATCHES.contains(type)) {
      throw unsupported(type, "application/merge-patch+json or application/json");
    }
    return value(ctx);
  }

  /** The body through one of the checks; the first broken rule is the answer. */
  public static <T> T checked(JsonNode body, Function<JsonNode, Checked<T>> check) {
    return switch (check.apply(body)) {
      case Checked.Valid<T>(T value) -> value;
      case Checked.Invalid<T> invalid -> throw ProblemException.of(invalid.problems().getFirst());
    };
  }

  /** The fields of a body that is an object; end with {@link FieldReader#finish}. */
  public static <T> T object(Context ctx, Function<FieldReader, Checked<T>> read) {
    return checked(json(ctx), node -> read.apply(FieldReader.of(node)));
  }

  /** The body as a stream that refuses to be longer than {@link #MAX_STREAM_BYTES}. */
  public static InputStream stream(Context ctx) {
    if (ctx.req().getContentLengthLong() > MAX_STREAM_BYTES) {
      throw tooLarge(MAX_STREAM_BYTES);
    }
    return new LimitedStream(ctx.bodyInputStream(), MAX_STREAM_BYTES);
  }

  static ProblemException tooLarge(long most) {
    return new ProblemException(
        ProblemCode.BODY_TOO_LARGE, "the body must have at most " + most + " bytes, got more");
  }

  private static JsonNode value(Context ctx) {
    if (ctx.req().getContentLengthLong() > MAX_JSON_BYTES) {
      throw tooLarge(MAX_JSON_BYTES);
    }
    byte[] bytes = read(new LimitedStream(ctx.bodyInputStream(), MAX_JSON_BYTES));
    String text =
        PercentEncoding.utf8(bytes)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.BAD_ENCODING, "the body must be UTF-8, got other bytes"));
    return switch (StrictJson.read(text)) {
      case Checked.Valid<JsonNode>(JsonNode node) -> node;
      case Checked.Invalid<JsonNode> invalid ->
          throw ProblemException.of(invalid.problems().getFirst());
    };
  }

  private static byte[] read(InputStream in) {
    try {
      return in.readAllBytes();
    } catch (IOException e) {
      throw interrupted(e);
    }
  }

  /** The sender stopped in the middle: nobody will read the answer, and nothing is wrong here. */
  public static ProblemException interrupted(IOException cause) {
    return new ProblemException(
        ProblemCode.BAD_REQUEST, "the body could not be read to its end: " + cause.getMessage());
  }

  /** The content type in lower case without parameters; the charset must be UTF-8. */
  private static String type(Context ctx) {
    String encoding = ctx.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE, "the body must not be compressed");
    }
    String header = ctx.header("Content-Type");
    List<String> parts = List.of((header == null ? "" : header).split(";", -1));
    for (String parameter : parts.subList(1, parts.size())) {
      String folded = parameter.strip().toLowerCase(Locale.ROOT).replace("\"", "");
      if (folded.startsWith("charset=") && !folded.equals("charset=utf-8")) {
        throw new ProblemException(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE, "the charset must be utf-8, got another");
      }
    }
    return parts.getFirst().strip().toLowerCase(Locale.ROOT);
  }

  private static ProblemException unsupported(String type, String expected) {
    String got = type.isEmpty() ? "none" : type;
    return new ProblemException(
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "the content type must be " + expected + ", got " + got)
        .with("Accept", expected.replace(" or ", ", "));
  }
}
