package io.zhixun.ranking.feature;

/** Which share of its learners finished it. */
final class CompletionFeature implements Feature {
  @Override
  public String name() {
    return "completion";
  }

  @Override
  public boolean isPersonal() {
    return false;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return item.reception().completionRate().orElse(Double.NaN);
  }
}
