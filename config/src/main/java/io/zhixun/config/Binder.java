package io.zhixun.config;

import io.zhixun.config.SettingsException.Code;
import io.zhixun.config.SettingsException.Problem;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Turns a tree of YAML into a record, collecting problems instead of stopping at the first.
 *
 * <p>A value that could not be bound is empty and its problem is in the list; the record around it
 * is then not built, while its other components are still looked at.
 */
final class Binder {
  private final List<Problem> problems = new ArrayList<>();

  /**
   * One thing to bind.
   *
   * @param key full path, for messages
   * @param entry what the file says, when it does
   * @param fallback the default, when there is one
   * @param around the place of the group that should have held the entry
   */
  record Slot(
      String key, Type type, Optional<Node.Entry> entry, Optional<Object> fallback, Origin around) {
    Origin place() {
      return entry.map(Node.Entry::origin).orElse(around);
    }

    Slot as(Type other, Optional<Object> otherFallback) {
      return new Slot(key, other, entry, otherFallback, around);
    }
  }

  List<Problem> problems() {
    return problems;
  }

  /** The value of a slot; empty when a problem was found. */
  Optional<Object> bind(Slot slot) {
    if (slot.type() instanceof ParameterizedType generic) {
      return bindGeneric(slot, generic);
    }
    Class<?> type = (Class<?>) slot.type();
    if (type == OptionalInt.class) {
      return bindOptional(slot, Integer.class).map(Binder::intOrNone);
    }
    if (type == OptionalLong.class) {
      return bindOptional(slot, Long.class).map(Binder::longOrNone);
    }
    if (type == OptionalDouble.class) {
      return bindOptional(slot, Double.class).map(Binder::doubleOrNone);
    }
    if (type.isRecord()) {
      return bindRecord(slot, type);
    }
    return given(slot).isEmpty() ? absent(slot) : bindScalar(slot, type);
  }

  private Optional<Object> bindGeneric(Slot slot, ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] arguments = generic.getActualTypeArguments();
    if (raw == Optional.class) {
      return bindOptional(slot, arguments[0]).map(value -> value);
    }
    if (raw == List.class) {
      return given(slot).isEmpty() ? absent(slot) : bindList(slot, arguments[0]);
    }
    if (raw == Map.class && arguments[0] == String.class) {
      return given(slot).isEmpty() ? absent(slot) : bindMap(slot, arguments[1]);
    }
    throw unsupported(slot);
  }

  /** Outer empty: a problem. Inner empty: no value, which is fine. */
  private Optional<Optional<Object>> bindOptional(Slot slot, Type element) {
    Optional<Object> inner = slot.fallback().flatMap(Leaves::unwrap);
    if (slot.entry().isEmpty()) {
      return Optional.of(inner);
    }
    if (given(slot).isEmpty()) {
      return Optional.of(Optional.empty());
    }
    Optional<Object> value = bind(slot.as(element, inner));
    return value.isPresent() ? Optional.of(value) : Optional.empty();
  }

  private static OptionalInt intOrNone(Optional<Object> value) {
    return value.isPresent() ? OptionalInt.of((int) value.get()) : OptionalInt.empty();
  }

  private static OptionalLong longOrNone(Optional<Object> value) {
    return value.isPresent() ? OptionalLong.of((long) value.get()) : OptionalLong.empty();
  }

  private static OptionalDouble doubleOrNone(Optional<Object> value) {
    return value.isPresent() ? OptionalDouble.of((double) value.get()) : OptionalDouble.empty();
  }

  private Optional<Object> bindScalar(Slot slot, Class<?> type) {
    Node node = given(slot).orElseThrow();
    if (!(node instanceof Node.Scalar scalar)) {
      return problem(Code.WRONG_TYPE, slot, "must be a single value, got " + node.kind());
    }
    try {
      return Optional.of(Scalars.read(scalar, type).orElseThrow(() -> unsupported(slot)));
    } catch (NotBindable mistake) {
      throw mistake;
    } catch (IllegalArgumentException wrong) {
      return problem(Code.WRONG_TYPE, slot, wrong.getMessage());
    }
  }

  private Optional<Object> bindList(Slot slot, Type element) {
    Node node = given(slot).orElseThrow();
    if (!(node instanceof Node.Sequence sequence)) {
      return problem(Code.WRONG_TYPE, slot, "must be a list, got " + node.kind());
    }
    List<Object> values = new ArrayList<>();
    for (Node child : sequence.elements()) {
      String key = slot.key() + "[" + values.size() + "]";
      Node.Entry entry = new Node.Entry(child, child.origin());
      Slot inner = new Slot(key, element, Optional.of(entry), Optional.empty(), child.origin());
      Optional<Object> value = bind(inner);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(List.copyOf(values));
  }

  /** The default's entries, with those given put over them: so one weight can be changed alone. */
  private Optional<Object> bindMap(Slot slot, Type element) {
    Node node = given(slot).orElseThrow();
    if (!(node instanceof Node.Mapping mapping)) {
      return problem(Code.WRONG_TYPE, slot, "must be a group of keys, got " + node.kind());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    slot.fallback()
        .ifPresent(map -> ((Map<?, ?>) map).forEach((k, v) -> values.put((String) k, v)));
    boolean whole = true;
    for (Map.Entry<String, Node.Entry> child : mapping.entries().entrySet()) {
      String key = slot.key() + "." + child.getKey();
      Optional<Object> fallback = Optional.ofNullable(values.get(child.getKey()));
      Optional<Object> value =
          bind(new Slot(key, element, Optional.of(child.getValue()), fallback, slot.place()));
      value.ifPresent(bound -> values.put(child.getKey(), bound));
      whole &= value.isPresent();
    }
    return whole ? Optional.of(Collections.unmodifiableMap(values)) : Optional.empty();
  }

  private Optional<Object> bindRecord(Slot slot, Class<?> type) {
    Node node = given(slot).orElseGet(() -> Node.Mapping.empty(slot.place()));
    if (!(node instanceof Node.Mapping mapping)) {
      return problem(Code.WRONG_TYPE, slot, "must be a group of keys, got " + node.kind());
    }
    RecordShape shape = new RecordShape(type);
    List<Object> values = new ArrayList<>();
    for (RecordShape.Part part : shape.parts()) {
      Optional<Object> fallback = slot.fallback().map(part::of);
      Optional<Node.Entry> entry = Optional.ofNullable(mapping.entries().get(part.name()));
      bind(new Slot(join(slot.key(), part.name()), part.type(), entry, fallback, slot.place()))
          .ifPresent(values::add);
    }
    mapping.entries().forEach((name, entry) -> requireKnown(slot.key(), shape, name, entry));
    if (values.size() < shape.parts().size()) {
      return Optional.empty();
    }
    try {
      return Optional.of(shape.create(values));
    } catch (IllegalArgumentException refused) {
      return refused(slot, shape, mapping, String.valueOf(refused.getMessage()));
    }
  }

  /** A message of the house begins with the component's name, which tells which line is meant. */
  private Optional<Object> refused(
      Slot slot, RecordShape shape, Node.Mapping mapping, String message) {
    int end = message.indexOf(' ');
    String name = end < 0 ? "" : message.substring(0, end);
    Node.Entry entry = mapping.entries().get(name);
    if (!shape.names().contains(name) || entry == null) {
      return problem(Code.REFUSED_VALUE, slot, message);
    }
    problems.add(
        new Problem(
            Code.REFUSED_VALUE,
            entry.origin().toString(),
            join(slot.key(), name),
            message.substring(end + 1)));
    return Optional.empty();
  }

  private void requireKnown(String group, RecordShape shape, String name, Node.Entry entry) {
    if (!shape.names().contains(name)) {
      problems.add(unknown(group, name, entry, shape.names()));
    }
  }

  /** What to say of a key that nobody reads. */
  static Problem unknown(String group, String name, Node.Entry entry, Iterable<String> names) {
    TreeSet<String> known = new TreeSet<>();
    names.forEach(known::add);
    String advice =
        Nearest.to(name, known)
            .map(nearest -> "did you mean " + join(group, nearest) + "?")
            .orElse("known here: " + (known.isEmpty() ? "nothing" : String.join(", ", known)));
    return new Problem(
        Code.UNKNOWN_KEY,
        entry.origin().toString(),
        join(group, name),
        "is not a known key; " + advice);
  }

  static String join(String group, String name) {
    return group.isEmpty() ? name : group + "." + name;
  }

  private Optional<Object> absent(Slot slot) {
    if (slot.entry().isPresent()) {
      return problem(
          Code.MISSING_VALUE, slot, "has no value: give one, or leave the key out for the default");
    }
    return slot.fallback()
        .or(() -> problem(Code.MISSING_VALUE, slot, "must be given, it has no default"));
  }

  private static Optional<Node> given(Slot slot) {
    return slot.entry().map(Node.Entry::value).filter(node -> !node.isNothing());
  }

  private Optional<Object> problem(Code code, Slot slot, String detail) {
    problems.add(new Problem(code, slot.place().toString(), slot.key(), detail));
    return Optional.empty();
  }

  private static NotBindable unsupported(Slot slot) {
    return new NotBindable(slot.key() + " has the type " + slot.type() + ", which is not bound");
  }

  /** A mistake in a settings record, never in a file. */
  private static final class NotBindable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NotBindable(String message) {
      super(message);
    }
  }
}
