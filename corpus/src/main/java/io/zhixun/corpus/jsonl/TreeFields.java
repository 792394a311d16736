package io.zhixun.corpus.jsonl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** As a tree, for those who go on with it. */
final class TreeFields extends Fields {
  private final ObjectNode object = JsonNodeFactory.instance.objectNode();

  ObjectNode object() {
    return object;
  }

  @Override
  Fields put(String name, String value) {
    object.put(name, value);
    return this;
  }

  @Override
  Fields put(String name, int value) {
    object.put(name, value);
    return this;
  }

  @Override
  Fields put(String name, long value) {
    object.put(name, value);
    return this;
  }

  @Override
  Fields put(String name, double value) {
    object.put(name, value);
    return this;
  }

  @Override
  Fields putIfTrue(String name, boolean value) {
    if (value) {
      object.put(name, true);
    }
    return this;
  }

  @Override
  Fields object(String name, Consumer<Fields> inner) {
    TreeFields fields = new TreeFields();
    inner.accept(fields);
    if (!fields.object.isEmpty()) {
      object.set(name, fields.object);
    }
    return this;
  }

  @Override
  <T> Fields objects(String name, List<T> values, BiConsumer<T, Fields> entry) {
    if (!values.isEmpty()) {
      ArrayNode array = object.putArray(name);
      for (T value : values) {
        TreeFields fields = new TreeFields();
        entry.accept(value, fields);
        array.add(fields.object);
      }
    }
    return this;
  }

  @Override
  Fields put(String name, List<?> values) {
    if (!values.isEmpty()) {
      ArrayNode array = object.putArray(name);
      for (Object value : values) {
        if (value instanceof Integer number) {
          array.add(number);
        } else {
          array.add(value.toString());
        }
      }
    }
    return this;
  }
}
