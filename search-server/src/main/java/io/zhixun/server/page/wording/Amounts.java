package io.zhixun.server.page.wording;

import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Length;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lengths and money as people write them in Chinese. */
public final class Amounts {
  private static final int MINUTES_PER_HOUR = 60;

  /** From here on nobody cares for the minutes. */
  private static final int ONLY_HOURS_FROM = 10 * MINUTES_PER_HOUR;

  private Amounts() {}

  /** ¥199, ¥19.90. */
  public static String money(long fen) {
    return fen % 100 == 0
        ? "¥" + fen / 100
        : String.format(Locale.ROOT, "¥%d.%02d", fen / 100, fen % 100);
  }

  /** 4.7 */
  public static String rating(double rating) {
    return String.format(Locale.ROOT, "%.1f", rating);
  }

  /** 41% */
  public static String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  /** 45分钟, 4小时20分, 16小时. */
  public static String duration(int minutes) {
    if (minutes < MINUTES_PER_HOUR) {
      return minutes + "分钟";
    }
    if (minutes >= ONLY_HOURS_FROM) {
      return Math.round(minutes / (double) MINUTES_PER_HOUR) + "小时";
    }
    int rest = minutes % MINUTES_PER_HOUR;
    return minutes / MINUTES_PER_HOUR + "小时" + (rest == 0 ? "" : rest + "分");
  }

  /** 42讲 and 16小时, 312页; empty when nothing is known. */
  public static List<String> length(Format format, Length length) {
    List<String> parts = new ArrayList<>();
    length.lessons().ifPresent(lessons -> parts.add(lessons + lessonUnit(format)));
    length.pages().ifPresent(pages -> parts.add(pages + "页"));
    length.minutes().ifPresent(minutes -> parts.add(duration(minutes)));
    return parts;
  }

  private static String lessonUnit(Format format) {
    return switch (format) {
      case COURSE, VIDEO -> "讲";
      case EBOOK -> "章";
      case COLUMN -> "篇";
      case AUDIO -> "集";
    };
  }
}
