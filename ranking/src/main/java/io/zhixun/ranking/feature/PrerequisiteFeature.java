package io.zhixun.ranking.feature;

/** Which share of its prerequisites the learner has finished; not known for an item without any. */
final class PrerequisiteFeature implements Feature {
  @Override
  public String name() {
    return "prerequisite";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (item.prerequisites().isEmpty() || viewer.learner().finished().isEmpty()) {
      return Double.NaN;
    }
    long done = item.prerequisites().stream().filter(viewer.learner().finished()::contains).count();
    return (double) done / item.prerequisites().size();
  }
}
