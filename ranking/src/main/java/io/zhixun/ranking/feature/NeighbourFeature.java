package io.zhixun.ranking.feature;

/** What the neighbours of the learner's items say of it, as it stands: feeds rank by it. */
final class NeighbourFeature implements Feature {
  @Override
  public String name() {
    return "neighbour";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return signals.neighbour();
  }
}
