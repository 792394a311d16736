package io.zhixun.ranking.feature;

/**
 * How usual the price is for what the learner buys: 1 at or below their typical price p, and {@code
 * p / price} above it. Not known for somebody who never bought anything, and for what they need not
 * pay for.
 */
final class PriceFitFeature implements Feature {
  @Override
  public String name() {
    return "price_fit";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (viewer.tastes().typicalPriceFen().isEmpty()) {
      return Double.NaN;
    }
    long price = item.offer().priceAt(viewer.now()).orElse(0);
    boolean pays =
        switch (item.offer().access()) {
          case FREE -> false;
          case MEMBER, SUBSCRIPTION -> !viewer.isMember();
          case PURCHASE -> true;
        };
    if (!pays || price <= 0) {
      return Double.NaN;
    }
    return Math.min(1, viewer.tastes().typicalPriceFen().getAsDouble() / price);
  }
}
