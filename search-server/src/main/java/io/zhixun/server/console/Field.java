package io.zhixun.server.console;

import java.util.ArrayList;
import java.util.List;

/**
 * One field of a form, as it is shown.
 *
 * @param name of the input
 * @param options of a choice, empty for the others
 * @param hint what belongs in
 * @param problems what is wrong with the value
 */
record Field(
    String name,
    String label,
    Kind kind,
    String value,
    List<Option> options,
    String hint,
    List<String> problems) {

  enum Kind {
    LINE,
    TEXT,
    CHOICE,
    MOMENT,
    FLAG,
    FIXED
  }

  record Option(String value, String label) {}

  Field {
    options = List.copyOf(options);
    problems = List.copyOf(problems);
  }

  static Field line(String name, String label, String value, String hint) {
    return new Field(name, label, Kind.LINE, value, List.of(), hint, List.of());
  }

  static Field text(String name, String label, String value, String hint) {
    return new Field(name, label, Kind.TEXT, value, List.of(), hint, List.of());
  }

  static Field choice(String name, String label, String value, List<Option> options) {
    return new Field(name, label, Kind.CHOICE, value, options, "", List.of());
  }

  static Field moment(String name, String label, String value, String hint) {
    return new Field(name, label, Kind.MOMENT, value, List.of(), hint, List.of());
  }

  static Field flag(String name, String label, boolean set, String hint) {
    return new Field(name, label, Kind.FLAG, set ? "true" : "", List.of(), hint, List.of());
  }

  /** Shown, and sent back as it is. */
  Field fixed() {
    return new Field(name, label, Kind.FIXED, value, options, hint, problems);
  }

  Field with(List<String> found) {
    List<String> all = new ArrayList<>(problems);
    all.addAll(found);
    return new Field(name, label, kind, value, options, hint, all);
  }

  boolean isWrong() {
    return !problems.isEmpty();
  }

  /** What describes the input to those who hear the page. */
  String describedBy() {
    return isWrong() ? name + "-problem" : name + "-hint";
  }

  String rows() {
    return Integer.toString(Math.clamp(value.lines().count() + 1, 3, 14));
  }

  /** Fields that belong together. */
  record Group(String title, List<Field> fields) {
    Group {
      fields = List.copyOf(fields);
    }
  }
}
