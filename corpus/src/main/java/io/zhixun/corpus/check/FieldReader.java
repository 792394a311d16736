package io.zhixun.corpus.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.check.Problem.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the fields of one JSON object strictly and collects everything that is wrong with it.
 *
 * <pre>
 *   FieldReader in = FieldReader.of(node);
 *   in.require("id");
 *   Optional&lt;String&gt; id = in.id("id");
 *   OptionalInt size = in.wholeInt("size", 1, 100);
 *   return in.finish(() -&gt; new Request(id.orElseThrow(), size));
 * </pre>
 *
 * <p>A field that is absent or wrong reads as empty; the supplier given to {@link #finish} runs
 * only when nothing at all was wrong. A field that was never asked for is unknown, and {@code
 * finish} reports it with the nearest name that was. An explicit {@code null} is a wrong type. For
 * one thread.
 */
public final class FieldReader {
  private final JsonNode object;
  private final String at;
  private final List<Problem> problems;
  private final Values values;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<FieldReader> children = new ArrayList<>();

  private FieldReader(JsonNode object, String at, List<Problem> problems) {
    this.object = object;
    this.at = at;
    this.problems = problems;
    this.values = new Values(problems);
    if (!object.isObject()) {
      values.problem(at, Code.WRONG_TYPE, "must be an object, got " + Shown.value(object));
    }
  }

  /** A reader of the outermost value. */
  public static FieldReader of(JsonNode node) {
    return new FieldReader(node, "", new ArrayList<>());
  }

  /** The pointer of a field of this object, escaped as RFC 6901 has it. */
  public String pointer(String name) {
    return at + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Whether the field is there, with whatever value. */
  public boolean has(String name) {
    known.add(name);
    return object.has(name);
  }

  /** Whether the field is there and is a list without entries. */
  public boolean hasEmptyList(String name) {
    return field(name).map(node -> node.isArray() && node.isEmpty()).orElse(false);
  }

  /** Reports each of these fields that is absent. */
  public FieldReader require(String... names) {
    for (String name : names) {
      if (!has(name) && object.isObject()) {
        problem(name, Code.MISSING, "is required");
      }
    }
    return this;
  }

  /** Says that these fields exist although this reader does not look at their values. */
  public FieldReader ignore(String... names) {
    known.addAll(Arrays.asList(names));
    return this;
  }

  /**
   * Adds a problem of one field that only the caller can see.
   *
   * @param rule the rest of a sentence that starts with the field's name
   */
  public void problem(String name, Code code, String rule) {
    values.problem(pointer(name), code, rule);
  }

  public Optional<String> text(String name, TextRule rule) {
    return field(name).flatMap(node -> values.text(node, pointer(name), rule));
  }

  /** An identifier by the rule of {@link io.zhixun.corpus.Ids}. */
  public Optional<String> id(String name) {
    return field(name).flatMap(node -> values.id(node, pointer(name)));
  }

  public OptionalLong whole(String name, long min, long max) {
    return field(name)
        .flatMap(node -> values.whole(node, pointer(name), min, max))
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  public OptionalInt wholeInt(String name, int min, int max) {
    return field(name)
        .flatMap(node -> values.whole(node, pointer(name), min, max))
        .map(value -> OptionalInt.of(value.intValue()))
        .orElse(OptionalInt.empty());
  }

  /** A finite number, both ends included. */
  public OptionalDouble number(String name, double min, double max) {
    return field(name)
        .flatMap(node -> values.number(node, pointer(name), new Values.Range(min, max)))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  public Optional<Boolean> flag(String name) {
    return field(name).flatMap(node -> values.flag(node, pointer(name)));
  }

  /** One of an enum's names, spelled exactly as in the enum. */
  public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
    return oneOf(name, byName(type));
  }

  /** One of the keys; they appear in messages in the map's order. */
  public <T> Optional<T> oneOf(String name, Map<String, T> allowed) {
    return field(name).flatMap(node -> values.oneOf(node, pointer(name), allowed));
  }

  /** A time within {@link Limits#EARLIEST} and {@link Limits#LATEST}. */
  public Optional<Instant> time(String name) {
    return time(name, Limits.EARLIEST);
  }

  /** A time from {@code earliest} on. */
  public Optional<Instant> time(String name, Instant earliest) {
    return field(name).flatMap(node -> values.time(node, pointer(name), earliest, Limits.LATEST));
  }

  /** A list of texts; empty when absent. */
  public List<String> texts(String name, int maxSize, TextRule rule) {
    return list(name, maxSize, (node, pointer) -> values.text(node, pointer, rule));
  }

  /** A list of identifiers; empty when absent. */
  public <T> List<T> ids(String name, int maxSize, Function<String, T> type) {
    return list(name, maxSize, (node, pointer) -> values.id(node, pointer).map(type));
  }

  /** A list of whole numbers; empty when absent. */
  public List<Integer> wholeInts(String name, int maxSize, int min, int max) {
    return list(
        name,
        maxSize,
        (node, pointer) -> values.whole(node, pointer, min, max).map(Long::intValue));
  }

  /** A list of names of an enum; empty when absent. */
  public <E extends Enum<E>> List<E> allOf(String name, Class<E> type) {
    Map<String, E> allowed = byName(type);
    return list(name, Limits.MAX_LIST, (node, pointer) -> values.oneOf(node, pointer, allowed));
  }

  /** An object inside this one; what it finds is reported by the outermost {@link #finish}. */
  public Optional<FieldReader> object(String name) {
    return field(name).flatMap(node -> child(node, pointer(name)));
  }

  /** A list of objects; empty when absent. */
  public List<FieldReader> objects(String name, int maxSize) {
    return list(name, maxSize, this::child);
  }

  /** Reports entries that occur more than once. */
  public <T> List<T> distinct(String name, List<T> entries) {
    Set<T> seen = new HashSet<>();
    for (T entry : entries) {
      if (!seen.add(entry)) {
        String shown = Shown.quoted(String.valueOf(entry));
        problem(name, Code.DUPLICATE, "must not hold anything twice, got " + shown + " again");
      }
    }
    return entries;
  }

  /**
   * Ends the reading of the outermost object.
   *
   * @param build makes the value; called only when there is no problem
   */
  public <T> Checked<T> finish(Supplier<T> build) {
    reportUnknown();
    return problems.isEmpty() ? new Checked.Valid<>(build.get()) : new Checked.Invalid<>(problems);
  }

  private void reportUnknown() {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!known.contains(field.getKey()) && !values.isFull()) {
        String hint =
            Nearest.name(field.getKey(), known)
                .map(name -> ": did you mean " + name + "?")
                .orElse("");
        String detail = "unknown field " + Shown.printable(field.getKey(), 60) + hint;
        values.add(new Problem(pointer(field.getKey()), Code.UNKNOWN_FIELD, detail));
      }
    }
    children.forEach(FieldReader::reportUnknown);
  }

  private Optional<JsonNode> field(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name));
  }

  private Optional<FieldReader> child(JsonNode node, String pointer) {
    FieldReader child = new FieldReader(node, pointer, problems);
    children.add(child);
    return node.isObject() ? Optional.of(child) : Optional.empty();
  }

  /** Reads one entry of a list. */
  private interface Entry<T> {
    Optional<T> read(JsonNode node, String pointer);
  }

  private <T> List<T> list(String name, int maxSize, Entry<T> entry) {
    Optional<JsonNode> list = field(name);
    if (list.isEmpty()) {
      return List.of();
    }
    JsonNode node = list.get();
    if (!node.isArray()) {
      problem(name, Code.WRONG_TYPE, "must be a list, got " + Shown.value(node));
      return List.of();
    }
    if (node.size() > maxSize) {
      problem(name, Code.TOO_LONG, "must have at most " + maxSize + " entries, got " + node.size());
      return List.of();
    }
    List<T> entries = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      entry.read(node.get(i), pointer(name) + "/" + i).ifPresent(entries::add);
    }
    return entries;
  }

  private static <E extends Enum<E>> Map<String, E> byName(Class<E> type) {
    Map<String, E> names = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      names.put(constant.name(), constant);
    }
    return names;
  }
}
