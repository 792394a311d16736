package io.zhixun.ranking.feature;

/** How usual its level is for this learner, 0..1. */
final class LevelFitFeature implements Feature {
  @Override
  public String name() {
    return "level_fit";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (item.level().isEmpty() || viewer.tastes().levels().isEmpty()) {
      return Double.NaN;
    }
    return Math.min(1, viewer.tastes().levels().getOrDefault(item.level().get(), 0.0));
  }
}
