package io.zhixun.indexer;

import java.util.concurrent.ThreadLocalRandom;

/** Where random tests start: the property {@code zhixun.seed}, else somewhere new each time. */
public final class Seeds {
  private Seeds() {}

  public static long next() {
    String given = System.getProperty("zhixun.seed", "");
    return given.isBlank() ? ThreadLocalRandom.current().nextLong() : Long.parseLong(given);
  }
}
