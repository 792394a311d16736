package io.zhixun.ranking.feature;

/**
 * How much an early-bird price saves, as a share of the usual one, up to the instant at which it
 * ends. The same for everybody.
 */
final class EarlyBirdFeature implements Feature {
  @Override
  public String name() {
    return "early_bird";
  }

  @Override
  public boolean isPersonal() {
    return false;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    double usual = item.offer().priceFen().orElse(0);
    if (usual <= 0 || item.offer().earlyBird().isEmpty()) {
      return Double.NaN;
    }
    return Math.clamp(1 - item.offer().priceAt(viewer.now()).orElse(0) / usual, 0, 1);
  }
}
