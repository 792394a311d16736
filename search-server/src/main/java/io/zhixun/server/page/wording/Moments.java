package io.zhixun.server.page.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as people say them, in the platform's time zone. */
public final class Moments {
  private final ZoneId zone;

  public Moments(ZoneId zone) {
    this.zone = zone;
  }

  /** 2026年10月12日 */
  public String date(Instant at) {
    LocalDate date = LocalDate.ofInstant(at, zone);
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  /** 2026年10月12日 18:05 */
  public String at(Instant at) {
    LocalTime time = LocalTime.ofInstant(at, zone);
    return date(at) + String.format(Locale.ROOT, " %02d:%02d", time.getHour(), time.getMinute());
  }

  /** 今天, 昨天, 3天前, 10月12日, 2025年10月12日. */
  public String ago(Instant at, Instant now) {
    LocalDate date = LocalDate.ofInstant(at, zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    long days = ChronoUnit.DAYS.between(date, today);
    if (days <= 0) {
      return "今天";
    }
    if (days == 1) {
      return "昨天";
    }
    return days < 7 ? days + "天前" : day(date, today);
  }

  /**
   * The last day before an instant, with what is left when that is little: 12月31日截止, 仅剩2天, 24小时内截止.
   */
  public String deadline(Instant until, Instant now) {
    long daysLeft = Duration.between(now, until).toDays();
    if (daysLeft < 1) {
      return "24小时内截止";
    }
    return daysLeft < 4
        ? "仅剩" + daysLeft + "天"
        : day(LocalDate.ofInstant(until.minusMillis(1), zone), LocalDate.ofInstant(now, zone))
            + "截止";
  }

  private static String day(LocalDate date, LocalDate today) {
    String day = date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    return date.getYear() == today.getYear() ? day : date.getYear() + "年" + day;
  }
}
