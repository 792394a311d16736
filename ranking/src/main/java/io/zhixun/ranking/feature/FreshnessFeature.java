package io.zhixun.ranking.feature;

import java.time.Duration;

/** How new it is: halves every {@link #HALF_LIFE_DAYS} days. */
final class FreshnessFeature implements Feature {
  private static final double HALF_LIFE_DAYS = 180;

  @Override
  public String name() {
    return "freshness";
  }

  @Override
  public boolean isPersonal() {
    return false;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return item.dates()
        .published()
        .map(published -> Duration.between(published, viewer.now()).toHours() / 24.0)
        .map(days -> Math.pow(2, -Math.max(0, days) / HALF_LIFE_DAYS))
        .orElse(Double.NaN);
  }
}
