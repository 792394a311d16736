package io.zhixun.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The query string, read with the same strictness and the same words as a body: a handler asks
 * {@link #fields} for what it knows, and {@link #finish} refuses the rest.
 *
 * <p>A name means the same on every route, so that its kind is known here: what is no list occurs
 * once.
 */
public final class Query {
  private enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    /** Repeats: any of the values. */
    LIST,
    /** Occurs once, its values separated by commas. */
    COMMA_LIST
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("size", Kind.NUMBER),
          Map.entry("weight", Kind.NUMBER),
          Map.entry("hour", Kind.NUMBER),
          Map.entry("explain", Kind.FLAG),
          Map.entry("query", Kind.LIST),
          Map.entry("format", Kind.LIST),
          Map.entry("level", Kind.LIST),
          Map.entry("access", Kind.LIST),
          Map.entry("category", Kind.LIST),
          Map.entry("tag", Kind.LIST),
          Map.entry("author", Kind.LIST),
          Map.entry("language", Kind.LIST),
          Map.entry("facets", Kind.COMMA_LIST));

  /** JSON's own idea of a number, so that a query and a body agree. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

  private static final int MAX_WHOLE_DIGITS = 18;

  private final FieldReader fields;

  private Query(FieldReader fields) {
    this.fields = fields;
  }

  /** The parameters of a request. */
  public static Query of(Context ctx) {
    ObjectNode object = Json.object();
    String raw = ctx.queryString();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        add(object, pair);
      }
    }
    return new Query(FieldReader.of(object));
  }

  /** Refuses every parameter: for routes that have none. */
  public static void none(Context ctx) {
    of(ctx).finish(() -> "");
  }

  /** Where the parameters are read from, by name. */
  public FieldReader fields() {
    return fields;
  }

  /**
   * Ends the reading.
   *
   * @param build makes the value; called only when nothing was wrong
   * @throws ProblemException naming the first thing that was
   */
  public <T> T finish(Supplier<T> build) {
    return switch (fields.finish(build)) {
      case Checked.Valid<T>(T value) -> value;
      case Checked.Invalid<T>(List<Problem> problems) -> throw refusal(problems.getFirst());
    };
  }

  private static ProblemException refusal(Problem problem) {
    // A repeated parameter is a list only to us: whoever sent it knows it by its name.
    String pointer = problem.pointer().replaceFirst("(?<=.)/.*", "");
    if (problem.code() == Problem.Code.UNKNOWN_FIELD) {
      return ProblemException.at(
          pointer,
          ProblemCode.UNKNOWN_PARAMETER,
          problem.detail().replaceFirst("^unknown field", "unknown parameter"));
    }
    return ProblemException.at(pointer, ProblemCode.of(problem.code()), problem.detail());
  }

  private static void add(ObjectNode object, String pair) {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    String name = decode(equals < 0 ? pair : pair.substring(0, equals), "");
    String value = equals < 0 ? "" : decode(pair.substring(equals + 1), pointer(name));
    switch (KINDS.getOrDefault(name, Kind.TEXT)) {
      case TEXT -> once(object, name).put(name, value);
      case NUMBER -> number(once(object, name), name, value);
      case FLAG -> flag(once(object, name), name, value);
      case LIST -> object.withArrayProperty(name).add(value);
      case COMMA_LIST -> {
        ArrayNode list = once(object, name).putArray(name);
        if (!value.isEmpty()) {
          List.of(value.split(",", -1)).forEach(list::add);
        }
      }
    }
  }

  private static String decode(String raw, String pointer) {
    return PercentEncoding.decodeQuery(raw)
        .orElseThrow(
            () ->
                ProblemException.at(
                    pointer,
                    ProblemCode.BAD_ENCODING,
                    "a query must be percent-encoded UTF-8, got something else"));
  }

  private static ObjectNode once(ObjectNode object, String name) {
    if (object.has(name)) {
      throw ProblemException.at(
          pointer(name), ProblemCode.DUPLICATE, "a parameter of this name must occur once");
    }
    return object;
  }

  private static void number(ObjectNode object, String name, String value) {
    if (!NUMBER.matcher(value).matches()) {
      object.put(name, value); // the reader's message shows what it was
    } else if (value.length() <= MAX_WHOLE_DIGITS && value.matches("-?[0-9]+")) {
      object.put(name, Long.parseLong(value));
    } else {
      object.put(name, Double.parseDouble(value));
    }
  }

  private static void flag(ObjectNode object, String name, String value) {
    switch (value) {
      case "true" -> object.put(name, true);
      case "false" -> object.put(name, false);
      default -> object.put(name, value);
    }
  }

  private static String pointer(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
