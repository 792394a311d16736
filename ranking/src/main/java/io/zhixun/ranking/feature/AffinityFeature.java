package io.zhixun.ranking.feature;

/**
 * The learned model's score on a logarithmic scale, for blending with relevance: ln(1 + s) / ln
 * 100.
 */
final class AffinityFeature implements Feature {
  private static final double SCALE = 1 / Math.log(100);

  @Override
  public String name() {
    return "affinity";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    double score = signals.embedding() + signals.neighbour();
    return Double.isNaN(score) ? Double.NaN : Math.log1p(Math.max(0, score)) * SCALE;
  }
}
