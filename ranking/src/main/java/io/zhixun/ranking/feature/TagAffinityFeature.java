package io.zhixun.ranking.feature;

/**
 * How much of the learner's interest its tags got: 1 − Π (1 − share), so that several small ones
 * add.
 */
final class TagAffinityFeature implements Feature {
  @Override
  public String name() {
    return "tag_affinity";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (viewer.tastes().tags().isEmpty() || item.tags().isEmpty()) {
      return Double.NaN;
    }
    double miss = 1;
    for (String tag : item.tags()) {
      miss *= 1 - Math.min(1, viewer.tastes().tags().getOrDefault(tag, 0.0));
    }
    return 1 - miss;
  }
}
