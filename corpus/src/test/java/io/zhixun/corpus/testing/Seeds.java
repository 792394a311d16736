package io.zhixun.corpus.testing;

/** Starts of random tests. A failing test prints its seed; {@code -Dzhixun.seed=…} replays it. */
public final class Seeds {
  private Seeds() {}

  /** The seed to replay, or a new one. */
  public static long next() {
    String given = System.getProperty("zhixun.seed", "");
    return given.isBlank() ? System.nanoTime() : Long.parseLong(given.strip());
  }
}
