package io.zhixun.config;

import io.zhixun.config.SettingsException.Code;
import io.zhixun.config.SettingsException.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A YAML file of settings, bound strictly to the records of the packages that use them.
 *
 * <pre>
 *   SettingsFile file = SettingsFile.read(Path.of("config/zhixun.yaml")).with(overrides);
 *   ServerSettings server = file.bind("server", ServerSettings.class, ServerSettings.DEFAULTS);
 *   …
 *   file.requireNoOthers();
 * </pre>
 *
 * <p>Keys are the names of record components. What the file leaves out keeps the value of the
 * record given as default; entries of a map are put over those of the default map, a list replaces
 * the default list whole. Components may be records, int, long, double, float, boolean, String,
 * enums, {@code Duration} (250ms, 5s, 10m, 2h, 7d, PT1H30M), {@code Path}, {@code Optional…}, and
 * {@code List} and {@code Map<String, …>} of all these. An unknown key, a value of the wrong type
 * and a value that the record's own constructor refuses are problems; each has its key, file and
 * line, and all of a call are thrown together.
 *
 * <p>Remembers what was bound, for {@link #origin}, {@link #effective} and {@link #digest}; for one
 * thread.
 */
public final class SettingsFile {
  private final Node.Mapping root;
  private final SortedMap<String, Record> bound = new TreeMap<>();

  private SettingsFile(Node.Mapping root) {
    this.root = root;
  }

  /**
   * Reads a file from disk.
   *
   * @throws SettingsException when it cannot be read or is not a plain YAML map
   */
  public static SettingsFile read(Path file) {
    return parse(file.toString(), Texts.read(file));
  }

  /** The annotated {@code zhixun.yaml} that the product ships. */
  public static SettingsFile shipped() {
    return parse("shipped zhixun.yaml", Texts.shipped("zhixun.yaml"));
  }

  /** No file at all: every record's own defaults. */
  public static SettingsFile defaults() {
    return new SettingsFile(Node.Mapping.empty(new Origin.Default()));
  }

  /** Reads settings from a text, which messages call by the given name. */
  public static SettingsFile parse(String name, String text) {
    Node node =
        YamlReader.read(text, line -> new Origin.InFile(name, line))
            .orElseThrow(
                () ->
                    new SettingsException(
                        Code.EMPTY, name, "holds no settings; write {} when that is meant"));
    if (node instanceof Node.Mapping mapping) {
      return new SettingsFile(mapping);
    }
    throw new SettingsException(
        Code.NOT_A_MAP,
        node.origin().toString(),
        "must hold sections such as \"server:\", got " + node.kind());
  }

  /** The same settings with {@code key=value} texts put over them, the later over the earlier. */
  public SettingsFile with(List<String> overrides) {
    return new SettingsFile(Overrides.apply(root, overrides));
  }

  /**
   * Binds one section, such as {@code search} or {@code search.lexical}.
   *
   * @throws SettingsException with every problem of the section
   */
  public <T extends Record> T bind(String section, Class<T> type, T defaults) {
    Binder binder = new Binder();
    Optional<Node.Entry> entry = find(section, true);
    Optional<Object> value =
        binder.bind(new Binder.Slot(section, type, entry, Optional.of(defaults), root.origin()));
    T settings = type.cast(value.orElseThrow(() -> new SettingsException(binder.problems())));
    if (!binder.problems().isEmpty()) {
      throw new SettingsException(binder.problems());
    }
    bound.put(section, settings);
    return settings;
  }

  /**
   * Binds the whole file to one record whose components are the sections, so that all problems of
   * all sections are thrown together and an unknown section is one of them.
   */
  public <T extends Record> T bindAll(Class<T> type, T defaults) {
    return bind("", type, defaults);
  }

  /**
   * To be called when every section is bound.
   *
   * @throws SettingsException when the file holds sections that nobody bound
   */
  public void requireNoOthers() {
    List<Problem> problems = new ArrayList<>();
    if (!bound.containsKey("")) {
      collectOthers("", root, problems);
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  private void collectOthers(String group, Node.Mapping mapping, List<Problem> problems) {
    for (Map.Entry<String, Node.Entry> child : mapping.entries().entrySet()) {
      String key = Binder.join(group, child.getKey());
      boolean inside = bound.keySet().stream().anyMatch(section -> section.startsWith(key + "."));
      if (bound.containsKey(key)) {
        continue;
      }
      if (inside && child.getValue().value() instanceof Node.Mapping inner) {
        collectOthers(key, inner, problems);
      } else if (!inside) {
        problems.add(Binder.unknown(group, child.getKey(), child.getValue(), namesBelow(group)));
      }
    }
  }

  /** The names that bound sections have directly below a group. */
  private List<String> namesBelow(String group) {
    int start = group.isEmpty() ? 0 : group.length() + 1;
    return bound.keySet().stream()
        .filter(section -> group.isEmpty() || section.startsWith(group + "."))
        .map(section -> section.substring(start).split("\\.", 2)[0])
        .distinct()
        .toList();
  }

  /** Where the value of a key such as {@code search.weights.title} comes from. */
  public Origin origin(String key) {
    return find(key, false).map(Node.Entry::origin).orElse(new Origin.Default());
  }

  /** The entry of a dotted key. A group that is no group is a problem, or is empty when lenient. */
  private Optional<Node.Entry> find(String key, boolean strict) {
    Node node = root;
    Optional<Node.Entry> entry = Optional.of(new Node.Entry(root, root.origin()));
    for (String name : key.isEmpty() ? new String[0] : key.split("\\.", -1)) {
      if (strict && !node.isNothing() && !(node instanceof Node.Mapping)) {
        throw new SettingsException(
            Code.WRONG_TYPE,
            node.origin().toString(),
            "must be a group of keys to hold " + key + ", got " + node.kind());
      }
      entry = Optional.ofNullable(node.children().get(name));
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      node = entry.get().value();
    }
    return entry;
  }

  /**
   * One effective value.
   *
   * @param value in its canonical text: text quoted, durations in ISO form
   */
  public record Setting(String key, String value, Origin origin) {}

  /** Every value of every bound section, by key; optional values that are absent are left out. */
  public List<Setting> effective() {
    List<Setting> settings = new ArrayList<>();
    leaves("").forEach((key, value) -> settings.add(new Setting(key, value, origin(key))));
    return List.copyOf(settings);
  }

  /**
   * SHA-256, in hexadecimal, over the effective values below some sections; over all that is bound
   * when none is named. It depends on values alone: not on order, comments, or whether a value was
   * written or left at its default.
   */
  public String digest(String... sections) {
    SortedMap<String, String> leaves = new TreeMap<>();
    for (String section : sections) {
      leaves.putAll(leaves(section));
    }
    StringBuilder text = new StringBuilder();
    (sections.length == 0 ? leaves("") : leaves)
        .forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private SortedMap<String, String> leaves(String group) {
    SortedMap<String, String> leaves = new TreeMap<>();
    bound.forEach((section, settings) -> leaves.putAll(Leaves.of(section, settings)));
    leaves
        .keySet()
        .removeIf(key -> !group.isEmpty() && !key.equals(group) && !key.startsWith(group + "."));
    return leaves;
  }
}
