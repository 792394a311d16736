package io.zhixun.corpus.jsonl;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Builds one JSON object in which what is absent or empty is left out. */
abstract sealed class Fields permits TreeFields, TextFields {
  abstract Fields put(String name, String value);

  abstract Fields put(String name, int value);

  abstract Fields put(String name, long value);

  abstract Fields put(String name, double value);

  abstract Fields putIfTrue(String name, boolean value);

  /** A nested object, unless nothing is in it. */
  abstract Fields object(String name, Consumer<Fields> inner);

  /** A list of objects. */
  abstract <T> Fields objects(String name, List<T> values, BiConsumer<T, Fields> entry);

  /** Texts, identifiers and enum names, as they print; numbers as numbers. */
  abstract Fields put(String name, List<?> values);

  /** Texts, times and identifiers, as they print. */
  Fields put(String name, Optional<?> value) {
    value.ifPresent(present -> put(name, present.toString()));
    return this;
  }

  Fields put(String name, OptionalInt value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  Fields put(String name, OptionalLong value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  Fields put(String name, OptionalDouble value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }
}
