package io.zhixun.ranking.feature;

/**
 * 0 for another edition or run of a work that the learner has, 1 for all others. Only the learner's
 * newest items are looked at: those that {@link Tastes} goes by.
 */
final class NewWorkFeature implements Feature {
  @Override
  public String name() {
    return "new_work";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (viewer.tastes().works().isEmpty()) {
      return Double.NaN;
    }
    return viewer.tastes().works().contains(item.work()) ? 0 : 1;
  }
}
