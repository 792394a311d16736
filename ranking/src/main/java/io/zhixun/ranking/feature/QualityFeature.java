package io.zhixun.ranking.feature;

/**
 * The mean rating, drawn to 4.2 as if by {@link #PRIOR_COUNT} more ratings, mapped from 3..5 to
 * 0..1.
 */
final class QualityFeature implements Feature {
  private static final double PRIOR_COUNT = 50;
  private static final double PRIOR_MEAN = 4.2;

  @Override
  public String name() {
    return "quality";
  }

  @Override
  public boolean isPersonal() {
    return false;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (item.reception().rating().isEmpty()) {
      return Double.NaN;
    }
    double count = item.reception().ratingCount().orElse(0);
    double sum = item.reception().rating().getAsDouble() * count + PRIOR_MEAN * PRIOR_COUNT;
    return Math.clamp((sum / (count + PRIOR_COUNT) - 3) / 2, 0, 1);
  }
}
