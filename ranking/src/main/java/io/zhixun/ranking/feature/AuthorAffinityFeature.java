package io.zhixun.ranking.feature;

/** How much of the learner's interest its authors got, 0..1, on a square-root scale. */
final class AuthorAffinityFeature implements Feature {
  @Override
  public String name() {
    return "author_affinity";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (viewer.tastes().authors().isEmpty() || item.authors().isEmpty()) {
      return Double.NaN;
    }
    double best = 0;
    for (String author : item.authors()) {
      best = Math.max(best, viewer.tastes().authors().getOrDefault(author, 0.0));
    }
    return Math.sqrt(Math.min(1, best));
  }
}
