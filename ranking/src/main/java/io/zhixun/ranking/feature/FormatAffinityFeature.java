package io.zhixun.ranking.feature;

/** How usual its format is for this learner, 0..1. */
final class FormatAffinityFeature implements Feature {
  @Override
  public String name() {
    return "format_affinity";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (viewer.tastes().formats().isEmpty()) {
      return Double.NaN;
    }
    return Math.min(1, viewer.tastes().formats().getOrDefault(item.format(), 0.0));
  }
}
