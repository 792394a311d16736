package io.zhixun.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Single values from text. A wrong one is an {@code IllegalArgumentException} "must be …". */
final class Scalars {
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*(_[0-9]{3})*)");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final Pattern SPAN = Pattern.compile("([0-9]+)(ms|s|m|h|d)");

  private Scalars() {}

  /**
   * The value of a type; empty when single values of that type are not known here.
   *
   * @throws IllegalArgumentException when the text does not say a value of the type
   */
  static Optional<Object> read(Node.Scalar scalar, Class<?> type) {
    if (type.isEnum()) {
      return Optional.of(constant(scalar, type));
    }
    return switch (type.getName()) {
      case "int", "java.lang.Integer" -> Optional.of((int) whole(scalar, Integer.MAX_VALUE));
      case "long", "java.lang.Long" -> Optional.of(whole(scalar, Long.MAX_VALUE));
      case "double", "java.lang.Double" -> Optional.of(decimal(scalar));
      case "float", "java.lang.Float" -> Optional.of(shortDecimal(scalar));
      case "boolean", "java.lang.Boolean" -> Optional.of(truth(scalar));
      case "java.lang.String" -> Optional.of(scalar.text());
      case "java.time.Duration" -> Optional.of(duration(scalar));
      case "java.nio.file.Path" -> Optional.of(path(scalar));
      default -> Optional.empty();
    };
  }

  private static long whole(Node.Scalar scalar, long limit) {
    String text = scalar.text();
    if (!scalar.plain() || !WHOLE.matcher(text).matches()) {
      throw wrong("a whole number", scalar);
    }
    try {
      long value = Long.parseLong(text.replace("_", ""));
      if (value > limit || value < -limit - 1) {
        throw wrong("a whole number of at most " + limit, scalar);
      }
      return value;
    } catch (NumberFormatException tooLong) {
      throw wrong("a whole number of at most " + limit, scalar);
    }
  }

  private static double decimal(Node.Scalar scalar) {
    String text = scalar.text().replace("_", "");
    if (!scalar.plain() || !DECIMAL.matcher(text).matches()) {
      throw wrong("a number", scalar);
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw wrong("a number that a double can hold", scalar);
    }
    return value;
  }

  private static float shortDecimal(Node.Scalar scalar) {
    float value = (float) decimal(scalar);
    if (Float.isInfinite(value)) {
      throw wrong("a number that a float can hold", scalar);
    }
    return value;
  }

  private static boolean truth(Node.Scalar scalar) {
    if (scalar.plain() && scalar.text().equals("true")) {
      return true;
    }
    if (scalar.plain() && scalar.text().equals("false")) {
      return false;
    }
    throw wrong("true or false", scalar);
  }

  private static Duration duration(Node.Scalar scalar) {
    Matcher span = SPAN.matcher(scalar.text());
    try {
      if (!span.matches()) {
        return Duration.parse(scalar.text());
      }
      long amount = Long.parseLong(span.group(1));
      return switch (span.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofDays(amount);
      };
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException broken) {
      throw wrong("a duration with its unit (250ms, 5s, 10m, 2h, 7d or PT1H30M)", scalar);
    }
  }

  private static Path path(Node.Scalar scalar) {
    try {
      return Path.of(scalar.text());
    } catch (InvalidPathException broken) {
      throw wrong("a path", scalar);
    }
  }

  private static Object constant(Node.Scalar scalar, Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> isCalled(constant, scalar.text()))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    Arrays.stream(constants)
                        .map(Scalars::nameOf)
                        .collect(Collectors.joining(", ", "one of ", "")),
                    scalar));
  }

  private static boolean isCalled(Object constant, String text) {
    return nameOf(constant).equals(text) || ((Enum<?>) constant).name().equals(text);
  }

  /** Constants are shown in camel case, like keys: {@code LEARNED_RANKER} is learnedRanker. */
  static String nameOf(Object constant) {
    StringBuilder name = new StringBuilder();
    for (String word : ((Enum<?>) constant).name().split("_", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      name.append(
          name.isEmpty() || lower.isEmpty()
              ? lower
              : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return name.toString();
  }

  private static IllegalArgumentException wrong(String expected, Node.Scalar scalar) {
    return new IllegalArgumentException("must be " + expected + ", got " + scalar.kind());
  }
}
