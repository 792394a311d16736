package io.zhixun.server.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form sent, by the names of its fields. */
final class Fields {
  private Fields() {}

  /** The first value of a field; empty when it was not sent. */
  static Optional<String> first(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst();
  }
}
