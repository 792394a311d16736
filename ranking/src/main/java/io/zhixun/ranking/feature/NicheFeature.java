package io.zhixun.ranking.feature;

/**
 * 1 less popularity, where something is known of what goes with the learner's items: that already
 * holds what is popular among those who are like them, so what is popular with everybody says less.
 * Its weight is what popularity loses for such a learner.
 */
final class NicheFeature implements Feature {
  @Override
  public String name() {
    return "niche";
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
    return Double.isNaN(signals.cooccurrence()) ? Double.NaN : 1 - signals.popularity();
  }
}
