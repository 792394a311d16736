package io.zhixun.ranking.feature;

/**
 * Outside the hours in which the learner usually studies, what is short fits better: {@code 1 / (1
 * + hours)}. Within them, an hour more or less, length does not matter, and the value is not known.
 */
final class HourAffinityFeature implements Feature {
  private static final double HALF_AT_MINUTES = 60;
  private static final int HOURS_A_DAY = 24;

  @Override
  public String name() {
    return "hour_affinity";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    var usual = viewer.learner().profile().usualHours();
    if (usual.isEmpty() || viewer.context().hour().isEmpty() || item.minutes().isEmpty()) {
      return Double.NaN;
    }
    int hour = viewer.context().hour().getAsInt();
    boolean near =
        usual.stream()
            .mapToInt(other -> Math.abs(other - hour))
            .anyMatch(apart -> Math.min(apart, HOURS_A_DAY - apart) <= 1);
    return near ? Double.NaN : 1 / (1 + item.minutes().getAsInt() / HALF_AT_MINUTES);
  }
}
