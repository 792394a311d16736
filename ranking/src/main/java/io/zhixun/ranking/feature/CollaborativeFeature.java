package io.zhixun.ranking.feature;

/** The learned model's score for this learner, as it stands: feeds rank by it. */
final class CollaborativeFeature implements Feature {
  @Override
  public String name() {
    return "collaborative";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return signals.collaborative();
  }
}
