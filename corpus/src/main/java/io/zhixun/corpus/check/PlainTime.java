package io.zhixun.corpus.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Times of lines. Nearly all of them are written as {@code 2026-03-01T08:00:00Z}, with up to nine
 * digits of a fraction, and every change is read several times in its life: that form is read digit
 * by digit, a tenth of the work of the general reader, which reads all others.
 */
final class PlainTime {
  private static final String FORM = "0000-00-00T00:00:00";
  private static final int FRACTION_DIGITS = 9;

  private PlainTime() {}

  /**
   * The time that a text says.
   *
   * @throws DateTimeException when it says none
   */
  static Instant parse(String text) {
    return isPlain(text)
        ? plain(text)
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
  }

  private static boolean isPlain(String text) {
    int end = text.length() - 1;
    if (end < FORM.length() || text.charAt(end) != 'Z') {
      return false;
    }
    for (int at = 0; at < FORM.length(); at++) {
      boolean fits =
          FORM.charAt(at) == '0' ? isDigit(text.charAt(at)) : text.charAt(at) == FORM.charAt(at);
      if (!fits) {
        return false;
      }
    }
    int fraction = end - FORM.length();
    if (fraction == 0) {
      return isClock(text);
    }
    boolean point = text.charAt(FORM.length()) == '.';
    for (int at = FORM.length() + 1; point && at < end; at++) {
      point = isDigit(text.charAt(at));
    }
    return point && fraction > 1 && fraction <= FRACTION_DIGITS + 1 && isClock(text);
  }

  /** Whether hour, minute and second are such; the date is looked at when it is made. */
  private static boolean isClock(String text) {
    return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static Instant plain(String text) {
    LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    long seconds =
        number(text, 11, 13) * 3_600L + number(text, 14, 16) * 60L + number(text, 17, 19);
    int end = text.length() - 1;
    int nanos = 0;
    for (int digit = 0; digit < FRACTION_DIGITS; digit++) {
      int at = FORM.length() + 1 + digit;
      nanos = nanos * 10 + (at < end ? text.charAt(at) - '0' : 0);
    }
    return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + seconds, nanos);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }
}
