package io.zhixun.ranking.feature;

/**
 * How often those who took what the learner took took this as well, on a logarithmic scale that
 * tells seldom from never: ln(1 + 300 s) / ln(1 + 300 · 100), s being the share of a random walk in
 * units of its root mean square over all items.
 */
final class CooccurrenceFeature implements Feature {
  private static final double FINENESS = 300;
  private static final double MUCH = 100;
  private static final double SCALE = 1 / Math.log1p(FINENESS * MUCH);

  @Override
  public String name() {
    return "cooccurrence";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public boolean readsCooccurrence() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    double share = signals.cooccurrence();
    return Double.isNaN(share) ? Double.NaN : Math.log1p(FINENESS * Math.max(0, share)) * SCALE;
  }
}
