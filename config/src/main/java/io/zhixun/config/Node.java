package io.zhixun.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** A piece of YAML with the place it came from, before anything is known of its meaning. */
sealed interface Node {
  Set<String> WAYS_TO_SAY_NOTHING = Set.of("", "~", "null", "Null", "NULL");

  Origin origin();

  /**
   * A single value as written.
   *
   * @param plain whether it stands without quotes, so that it may be a number or nothing
   */
  record Scalar(String text, boolean plain, Origin origin) implements Node {}

  record Sequence(List<Node> elements, Origin origin) implements Node {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  /** Keys in the order of the file. */
  record Mapping(SequencedMap<String, Entry> entries, Origin origin) implements Node {
    static Mapping empty(Origin origin) {
      return new Mapping(new LinkedHashMap<>(), origin);
    }

    Mapping with(String key, Entry entry) {
      SequencedMap<String, Entry> more = new LinkedHashMap<>(entries);
      more.put(key, entry);
      return new Mapping(more, origin);
    }
  }

  /**
   * A value and the place of its key.
   *
   * @param origin of the key, which for a group lies above its value
   */
  record Entry(Node value, Origin origin) {}

  /** Whether it says that there is no value. */
  default boolean isNothing() {
    return this instanceof Scalar(String text, boolean plain, Origin _)
        && plain
        && WAYS_TO_SAY_NOTHING.contains(text);
  }

  /** What it is, as a message says it. */
  default String kind() {
    return switch (this) {
      case Scalar scalar when scalar.isNothing() -> "nothing";
      case Scalar scalar when scalar.plain() -> scalar.text();
      case Scalar scalar -> "the text \"" + scalar.text() + "\"";
      case Sequence _ -> "a list";
      case Mapping _ -> "a group of keys";
    };
  }

  /** Keys of a mapping in order; of anything else, none. */
  default Map<String, Entry> children() {
    return this instanceof Mapping mapping ? mapping.entries() : Map.of();
  }
}
