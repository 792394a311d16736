package io.zhixun.ranking.feature;

/** How much of the learner's interest its innermost category got, 0..1, on a square-root scale. */
final class CategoryAffinityFeature implements Feature {
  @Override
  public String name() {
    return "category_affinity";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (viewer.tastes().categories().isEmpty() || item.category().isEmpty()) {
      return Double.NaN;
    }
    return Math.sqrt(viewer.tastes().categories().getOrDefault(item.category().getLast(), 0.0));
  }
}
