package io.zhixun.ranking.feature;

/** What the learned vectors say of it for this learner, as it stands: feeds rank by it. */
final class EmbeddingFeature implements Feature {
  @Override
  public String name() {
    return "embedding";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return signals.embedding();
  }
}
