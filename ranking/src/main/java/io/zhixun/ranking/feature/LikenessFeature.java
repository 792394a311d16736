package io.zhixun.ranking.feature;

/**
 * Of an item that hardly anybody took yet: what its words, authors and categories say about whether
 * the learner would, as it stands. Silent about all others.
 */
final class LikenessFeature implements Feature {
  @Override
  public String name() {
    return "likeness";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return signals.likeness();
  }
}
