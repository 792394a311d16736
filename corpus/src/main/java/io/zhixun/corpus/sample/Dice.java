package io.zhixun.corpus.sample;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Random numbers that are the same on every machine and every JDK: SplitMix64 (Steele, Lea, Flood,
 * "Fast splittable pseudorandom number generators", OOPSLA 2014), and only what is built on it
 * here.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /** Dice of their own for the n-th of something, whatever the others draw. */
  static Dice forPart(long seed, long part) {
    return new Dice(mix(seed ^ mix(part + GOLDEN)));
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  double unit() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Uniform in 0..n−1. */
  int below(int n) {
    return (int) (unit() * n);
  }

  /** Uniform in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** Heavy tail: P(X > x) = (least/x)^shape for x ≥ least. */
  double pareto(double least, double shape) {
    return least * StrictMath.pow(1 - unit(), -1 / shape);
  }

  /** 0 with probability p, 1 with p(1−p), and so on. */
  int geometric(double p) {
    return (int) (StrictMath.log(1 - unit()) / StrictMath.log(1 - p));
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** One of several, each as likely as its weight. */
  <T> T pick(List<T> values, ToDoubleFunction<T> weight) {
    double total = 0;
    for (T value : values) {
      total += weight.applyAsDouble(value);
    }
    double left = unit() * total;
    for (T value : values) {
      left -= weight.applyAsDouble(value);
      if (left < 0) {
        return value;
      }
    }
    return values.getLast();
  }
}
