package io.zhixun.corpus.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.check.Problem.Code;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads single JSON values; what is wrong goes to one list of problems. */
final class Values {
  /** Whole numbers above this are not told apart from their neighbours once they were a double. */
  private static final double MAX_EXACT = 0x1p53;

  private final List<Problem> problems;

  Values(List<Problem> problems) {
    this.problems = problems;
  }

  /** Remembers a problem; gives the empty value, so that it can be returned at once. */
  <T> Optional<T> problem(String pointer, Code code, String rule) {
    add(new Problem(pointer, code, Shown.name(pointer) + " " + rule));
    return Optional.empty();
  }

  /** Remembers a problem, unless there are so many already that nobody would read it. */
  void add(Problem problem) {
    if (problems.size() < Limits.MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  boolean isFull() {
    return problems.size() >= Limits.MAX_PROBLEMS;
  }

  private <T> Optional<T> wrongType(JsonNode node, String pointer, String expected) {
    return problem(pointer, Code.WRONG_TYPE, "must be " + expected + ", got " + Shown.value(node));
  }

  Optional<String> string(JsonNode node, String pointer) {
    return node.isTextual() ? Optional.of(node.textValue()) : wrongType(node, pointer, "a text");
  }

  Optional<String> text(JsonNode node, String pointer, TextRule rule) {
    Optional<String> text = string(node, pointer);
    if (text.isEmpty()) {
      return text;
    }
    String value = text.get();
    if (value.length() > rule.maxLength()) {
      return problem(
          pointer,
          Code.TOO_LONG,
          "must have at most " + rule.maxLength() + " characters, got " + value.length());
    }
    Optional<String> forbidden = forbidden(value, rule.lines());
    if (forbidden.isPresent()) {
      return problem(pointer, Code.BAD_TEXT, forbidden.get());
    }
    if (!value.isBlank()) {
      return text;
    }
    return switch (rule.blank()) {
      case KEPT -> text;
      case ABSENT -> Optional.empty();
      case REFUSED -> problem(pointer, Code.BLANK, "must not be blank");
    };
  }

  /** Whether a text is read as it is by a rule. */
  static boolean keeps(String value, TextRule rule) {
    return value.length() <= rule.maxLength()
        && (rule.blank() == TextRule.Blank.KEPT || !value.isBlank())
        && forbidden(value, rule.lines()).isEmpty();
  }

  private static Optional<String> forbidden(String value, boolean lines) {
    for (int offset = 0; offset < value.length(); ) {
      int codePoint = value.codePointAt(offset);
      int type = Character.getType(codePoint);
      boolean layout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
      if (type == Character.SURROGATE || (type == Character.CONTROL && !(layout && lines))) {
        return Optional.of(
            String.format(
                "must not hold %s, got U+%04X at %d",
                type == Character.SURROGATE ? "unpaired surrogates" : "control characters",
                codePoint,
                offset));
      }
      offset += Character.charCount(codePoint);
    }
    return Optional.empty();
  }

  Optional<String> id(JsonNode node, String pointer) {
    Optional<String> id = string(node, pointer);
    Optional<String> wrong = id.flatMap(Ids::problem);
    return wrong.isPresent() ? problem(pointer, Code.BAD_ID, wrong.get()) : id;
  }

  /** A whole number; {@code 5.0} is one too, since JSON does not tell them apart. */
  Optional<Long> whole(JsonNode node, String pointer, long min, long max) {
    if (!node.isNumber()) {
      return wrongType(node, pointer, "a whole number");
    }
    double approximate = node.doubleValue();
    if (node.isFloatingPointNumber() && Math.rint(approximate) != approximate) {
      return wrongType(node, pointer, "a whole number");
    }
    boolean exact = node.canConvertToLong() && !inexact(node, approximate);
    if (!exact || node.longValue() < min || node.longValue() > max) {
      return outOfRange(node, pointer, min + ".." + max);
    }
    return Optional.of(node.longValue());
  }

  private static boolean inexact(JsonNode node, double value) {
    return node.isFloatingPointNumber() && Math.abs(value) > MAX_EXACT;
  }

  Optional<Double> number(JsonNode node, String pointer, Range range) {
    if (!node.isNumber()) {
      return wrongType(node, pointer, "a number");
    }
    double value = node.doubleValue();
    return value >= range.min() && value <= range.max()
        ? Optional.of(value)
        : outOfRange(node, pointer, range.toString());
  }

  /** A range of numbers, both ends included; shown as {@code 1..5}. */
  record Range(double min, double max) {
    @Override
    public String toString() {
      return plain(min) + ".." + plain(max);
    }

    private static String plain(double bound) {
      return Math.rint(bound) == bound && Math.abs(bound) < MAX_EXACT
          ? Long.toString((long) bound)
          : Double.toString(bound);
    }
  }

  private <T> Optional<T> outOfRange(JsonNode node, String pointer, String range) {
    return problem(pointer, Code.OUT_OF_RANGE, "must be " + range + ", got " + Shown.value(node));
  }

  Optional<Boolean> flag(JsonNode node, String pointer) {
    return node.isBoolean()
        ? Optional.of(node.booleanValue())
        : wrongType(node, pointer, "true or false");
  }

  <T> Optional<T> oneOf(JsonNode node, String pointer, Map<String, T> allowed) {
    Optional<String> label = string(node, pointer);
    if (label.isEmpty() || allowed.containsKey(label.get())) {
      return label.map(allowed::get);
    }
    String hint =
        Nearest.name(label.get(), allowed.keySet())
            .map(near -> ": did you mean " + near + "?")
            .orElse("");
    return problem(
        pointer,
        Code.NOT_ALLOWED,
        "must be one of "
            + String.join(", ", allowed.keySet())
            + ", got "
            + Shown.quoted(label.get())
            + hint);
  }

  Optional<Instant> time(JsonNode node, String pointer, Instant earliest, Instant latest) {
    Optional<String> text = string(node, pointer);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Instant time;
    try {
      time = PlainTime.parse(text.get());
    } catch (DateTimeException e) {
      return badTime(pointer, text.get());
    }
    return time.isBefore(earliest) || time.isAfter(latest)
        ? outOfRange(node, pointer, earliest + ".." + latest)
        : Optional.of(time);
  }

  private Optional<Instant> badTime(String pointer, String got) {
    String rule =
        lacksOnlyTheZone(got)
            ? "must have a zone such as Z or +08:00"
            : "must be a date and time such as 2026-03-01T08:00:00Z";
    return problem(pointer, Code.BAD_TIME, rule + ", got " + Shown.quoted(got));
  }

  private static boolean lacksOnlyTheZone(String text) {
    try {
      LocalDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
