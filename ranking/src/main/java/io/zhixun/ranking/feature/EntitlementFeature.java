package io.zhixun.ranking.feature;

/**
 * Whether the learner can begin at once: 1 for what is free or what their membership includes, 0
 * for what is to be bought or needs a membership that they lack.
 */
final class EntitlementFeature implements Feature {
  @Override
  public String name() {
    return "entitlement";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return switch (item.offer().access()) {
      case FREE -> 1;
      case MEMBER, SUBSCRIPTION -> viewer.isMember() ? 1 : 0;
      case PURCHASE -> viewer.learner().owned().contains(item.id()) ? 1 : 0;
    };
  }
}
