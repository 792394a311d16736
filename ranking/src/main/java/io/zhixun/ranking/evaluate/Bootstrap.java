package io.zhixun.ranking.evaluate;

import io.zhixun.ranking.math.Noise;
import java.util.Arrays;

/**
 * Percentile bootstrap over users: how far a mean could have been another, had other users come.
 *
 * @param resamples how often users are drawn again
 * @param level the share of the resampled means that the interval holds, e.g. 0.95
 */
public record Bootstrap(int resamples, double level, long seed) {
  public static final Bootstrap DEFAULTS = new Bootstrap(1_000, 0.95, 17);

  public Bootstrap {
    if (resamples < 10 || resamples > 1_000_000) {
      throw new IllegalArgumentException("resamples must be 10..1000000, got " + resamples);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be > 0 and < 1, got " + level);
    }
  }

  /** From {@code low} to {@code high}. */
  public record Interval(double low, double high) {
    /** Whether zero lies outside: of a difference, whether it is one. */
    public boolean excludesZero() {
      return low > 0 || high < 0;
    }
  }

  /** The interval of the mean of one number a user. */
  public Interval ofMean(double[] values) {
    if (values.length == 0) {
      return new Interval(0, 0);
    }
    double[] means = new double[resamples];
    for (int sample = 0; sample < resamples; sample++) {
      double sum = 0;
      long position = (long) sample * values.length;
      for (int draw = 0; draw < values.length; draw++) {
        sum += values[Noise.below(seed, position + draw, values.length)];
      }
      means[sample] = sum / values.length;
    }
    Arrays.sort(means);
    double cut = (1 - level) / 2;
    return new Interval(
        means[(int) Math.floor(cut * (resamples - 1))],
        means[(int) Math.ceil((1 - cut) * (resamples - 1))]);
  }

  /** The interval of the mean difference b − a of the same users in the same order. */
  public Interval ofDifference(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "both must have the same users, got " + a.length + " and " + b.length);
    }
    double[] differences = new double[a.length];
    Arrays.setAll(differences, at -> b[at] - a[at]);
    return ofMean(differences);
  }
}
