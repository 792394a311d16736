package io.zhixun.ranking.feature;

/** How many learners chose it, decayed, on a logarithmic scale. */
final class PopularityFeature implements Feature {
  @Override
  public String name() {
    return "popularity";
  }

  @Override
  public boolean isPersonal() {
    return false;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return signals.popularity();
  }
}
