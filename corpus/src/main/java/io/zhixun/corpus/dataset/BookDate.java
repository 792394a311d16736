package io.zhixun.corpus.dataset;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publication dates as people typed them: {@code 2012-1-1}, {@code 2010年7月第1版}, {@code 1997/12/31},
 * {@code 20041112}, {@code 1986}. The year must come first and have four digits; a month or day
 * that is missing or impossible counts as the first. Midnight UTC.
 */
final class BookDate {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2100;

  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?(?!\\d).*");
  private static final Pattern SPACED =
      Pattern.compile(
          "(\\d{4})(?!\\d)\\s*(?:[-./年－—]\\s*(\\d{1,2})(?!\\d)\\s*(?:[-./月－—]\\s*(\\d{1,2})(?!\\d))?)?.*");

  private BookDate() {}

  static Optional<Instant> parse(String text) {
    String date = text.strip();
    Matcher compact = COMPACT.matcher(date);
    Matcher spaced = SPACED.matcher(date);
    if (compact.matches()) {
      return date(compact);
    }
    return spaced.matches() ? date(spaced) : Optional.empty();
  }

  private static Optional<Instant> date(Matcher parts) {
    int year = Integer.parseInt(parts.group(1));
    int month = number(parts.group(2), 12);
    int day = number(parts.group(3), 31);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(midnight(LocalDate.of(year, month, day)));
    } catch (DateTimeException e) {
      return Optional.of(midnight(LocalDate.of(year, month, 1)));
    }
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** A part of a date, or 1 where there is none or it is impossible. */
  private static int number(String digits, int max) {
    int number = digits == null ? 1 : Integer.parseInt(digits);
    return number >= 1 && number <= max ? number : 1;
  }
}
