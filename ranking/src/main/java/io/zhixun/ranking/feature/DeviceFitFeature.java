package io.zhixun.ranking.feature;

/**
 * How well the length suits a phone, {@code 1 / (1 + hours / 2)}; not known on other devices, and
 * for items without a length in minutes.
 */
final class DeviceFitFeature implements Feature {
  private static final double HALF_AT_MINUTES = 120;

  @Override
  public String name() {
    return "device_fit";
  }

  @Override
  public boolean isPersonal() {
    return false;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    if (item.minutes().isEmpty()) {
      return Double.NaN;
    }
    boolean phone = viewer.context().device().filter("phone"::equalsIgnoreCase).isPresent();
    return phone ? 1 / (1 + item.minutes().getAsInt() / HALF_AT_MINUTES) : Double.NaN;
  }
}
