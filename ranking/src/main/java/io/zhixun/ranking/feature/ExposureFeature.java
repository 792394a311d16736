package io.zhixun.ranking.feature;

import io.zhixun.ranking.learner.Exposure;

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
    Exposure shown = viewer.learner().shown().get(item.id());
    return shown == null ? 1 : 1.0 / (1 + shown.times());
  }
}
