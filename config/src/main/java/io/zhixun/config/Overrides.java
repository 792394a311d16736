package io.zhixun.config;

import io.zhixun.config.SettingsException.Code;
import io.zhixun.config.SettingsException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values given beside the file, as {@code search.weights.title=2}: the later one wins. */
final class Overrides {
  private Overrides() {}

  /** The tree with the values of the overrides in place of its own. */
  static Node.Mapping apply(Node.Mapping root, List<String> overrides) {
    List<Problem> problems = new ArrayList<>();
    Node.Mapping result = root;
    for (String override : overrides) {
      try {
        result = apply(result, override);
      } catch (SettingsException wrong) {
        problems.addAll(wrong.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return result;
  }

  private static Node.Mapping apply(Node.Mapping root, String override) {
    Origin origin = new Origin.Given(override);
    int equals = override.indexOf('=');
    String key = equals < 0 ? "" : override.substring(0, equals).strip();
    List<String> path = List.of(key.split("\\.", -1));
    if (path.stream().anyMatch(String::isBlank)) {
      throw new SettingsException(
          Code.BAD_OVERRIDE, origin.toString(), "must read key=value, as in server.port=8080");
    }
    Node value = value(override.substring(equals + 1).strip(), origin);
    return put(root, path, new Node.Entry(value, origin));
  }

  /** Lists, groups and quoted text are YAML; everything else is itself, {@code *} included. */
  private static Node value(String text, Origin origin) {
    boolean yaml = !text.isEmpty() && "[{\"'".indexOf(text.charAt(0)) >= 0;
    Optional<Node> read = yaml ? YamlReader.read(text, _ -> origin) : Optional.empty();
    return read.orElseGet(() -> new Node.Scalar(text, true, origin));
  }

  private static Node.Mapping put(Node.Mapping into, List<String> path, Node.Entry entry) {
    String first = path.getFirst();
    if (path.size() == 1) {
      return into.with(first, entry);
    }
    Node.Entry inner = into.entries().get(first);
    Node.Mapping group;
    if (inner == null || inner.value().isNothing()) {
      group = Node.Mapping.empty(entry.origin());
    } else if (inner.value() instanceof Node.Mapping mapping) {
      group = mapping;
    } else {
      throw new SettingsException(
          Code.BAD_OVERRIDE,
          entry.origin().toString(),
          first + " is no group of keys, it is " + inner.value().kind() + " at " + inner.origin());
    }
    Origin keyOrigin = inner == null ? entry.origin() : inner.origin();
    Node.Mapping changed = put(group, path.subList(1, path.size()), entry);
    return into.with(first, new Node.Entry(changed, keyOrigin));
  }
}
