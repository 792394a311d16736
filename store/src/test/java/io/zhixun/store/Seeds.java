package io.zhixun.store;

/** The start of random tests: the property {@code zhixun.seed}, or a new one each time. */
final class Seeds {
  private Seeds() {}

  static long next() {
    String given = System.getProperty("zhixun.seed", "");
    return given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
  }
}
