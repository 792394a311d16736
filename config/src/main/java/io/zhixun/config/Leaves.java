package io.zhixun.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings as flat {@code key → text}, one canonical text for each value. */
final class Leaves {
  private Leaves() {}

  static SortedMap<String, String> of(String key, Object value) {
    SortedMap<String, String> leaves = new TreeMap<>();
    collect(key, value, leaves);
    return leaves;
  }

  private static void collect(String key, Object value, Map<String, String> into) {
    if (value instanceof Record) {
      for (RecordShape.Part part : new RecordShape(value.getClass()).parts()) {
        collect(Binder.join(key, part.name()), part.of(value), into);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((name, inner) -> collect(Binder.join(key, (String) name), inner, into));
    } else {
      unwrap(value).ifPresent(inner -> into.put(key, text(inner)));
    }
  }

  /** What is in an optional of any kind; anything else is itself. */
  static Optional<Object> unwrap(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.map(inner -> inner);
      case OptionalInt n -> n.isPresent() ? Optional.of(n.getAsInt()) : Optional.empty();
      case OptionalLong n -> n.isPresent() ? Optional.of(n.getAsLong()) : Optional.empty();
      case OptionalDouble n -> n.isPresent() ? Optional.of(n.getAsDouble()) : Optional.empty();
      default -> Optional.of(value);
    };
  }

  private static String text(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(Leaves::text).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map -> of("", map).toString();
      case Record whole -> of("", whole).toString();
      case Enum<?> constant -> Scalars.nameOf(constant);
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Optional<?> optional -> optional.map(Leaves::text).orElse("");
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
              } else if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
