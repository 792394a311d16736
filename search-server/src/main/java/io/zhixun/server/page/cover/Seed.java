package io.zhixun.server.page.cover;

/** Details that look random and are the same for the same identifier (SplitMix64, Steele 2014). */
final class Seed {
  private long state;

  Seed(String id) {
    for (int i = 0; i < id.length(); i++) {
      state = state * 31 + id.charAt(i);
    }
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A whole number in 0..bound − 1. */
  int below(int bound) {
    return (int) Math.floorMod(next(), (long) bound);
  }

  /** A whole number in from..to, both included. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  boolean coin() {
    return below(2) == 0;
  }
}
