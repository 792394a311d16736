package io.zhixun.corpus.jsonl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Builds one JSON object in which what is absent or empty is left out. */
final class Fields {
  private final ObjectNode object = JsonNodeFactory.instance.objectNode();

  ObjectNode object() {
    return object;
  }

  Fields put(String name, String value) {
    object.put(name, value);
    return this;
  }

  Fields put(String name, long value) {
    object.put(name, value);
    return this;
  }

  Fields put(String name, double value) {
    object.put(name, value);
    return this;
  }

  /** Texts, times and identifiers, as they print. */
  Fields put(String name, Optional<?> value) {
    value.ifPresent(present -> object.put(name, present.toString()));
    return this;
  }

  Fields put(String name, OptionalInt value) {
    value.ifPresent(present -> object.put(name, present));
    return this;
  }

  Fields put(String name, OptionalLong value) {
    value.ifPresent(present -> object.put(name, present));
    return this;
  }

  Fields put(String name, OptionalDouble value) {
    value.ifPresent(present -> object.put(name, present));
    return this;
  }

  Fields putIfTrue(String name, boolean value) {
    if (value) {
      object.put(name, true);
    }
    return this;
  }

  /** A nested object, unless nothing is in it. */
  Fields put(String name, Fields inner) {
    if (!inner.object.isEmpty()) {
      object.set(name, inner.object);
    }
    return this;
  }

  /** Texts, identifiers and enum names, as they print; numbers as numbers. */
  Fields put(String name, List<?> values) {
    if (!values.isEmpty()) {
      ArrayNode array = object.putArray(name);
      for (Object value : values) {
        switch (value) {
          case Integer number -> array.add(number);
          case Fields inner -> array.add(inner.object);
          default -> array.add(value.toString());
        }
      }
    }
    return this;
  }
}
