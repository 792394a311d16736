package io.zhixun.search.wording;

import io.zhixun.corpus.Item.Format;

/** How many people learn something, as people write it in Chinese: without a space in between. */
public final class LearnerCounts {
  private static final long WAN = 10_000;
  private static final long YI = 100_000_000;

  private LearnerCounts() {}

  /** 1.5万人在学, 1万人在听. */
  public static String learners(Format format, long count) {
    return count(count) + "人" + doing(format);
  }

  /** 862, 9640, 1.5万, 28万, 1.2亿; rounded down, so that nothing is claimed that is not so. */
  public static String count(long count) {
    if (count < WAN) {
      return Long.toString(count);
    }
    return count < YI ? tenths(count, WAN) + "万" : tenths(count, YI) + "亿";
  }

  private static String tenths(long count, long unit) {
    long tenths = count / (unit / 10);
    return tenths % 10 == 0 || tenths >= 1_000
        ? Long.toString(tenths / 10)
        : tenths / 10 + "." + tenths % 10;
  }

  /** What a learner of this format does: 在学, 在读, 在听, 在看. */
  private static String doing(Format format) {
    return switch (format) {
      case COURSE -> "在学";
      case EBOOK, COLUMN -> "在读";
      case AUDIO -> "在听";
      case VIDEO -> "在看";
    };
  }
}
