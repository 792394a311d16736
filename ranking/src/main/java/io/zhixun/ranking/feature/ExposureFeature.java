package io.zhixun.ranking.feature;

/**
 * How often it was shown without being touched, as 1 / (1 + times): 1 for something not yet seen.
 */
final class ExposureFeature implements Feature {
  @Override
  public String name() {
    return "exposure";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return 1.0 / (1 + viewer.learner().shown().getOrDefault(item.id(), 0));
  }
}
