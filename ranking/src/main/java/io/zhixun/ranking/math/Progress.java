package io.zhixun.ranking.math;

/**
 * Hears how far long work has come, and may stop it.
 *
 * <p>Called by the thread that started the work, at least once a pass. To cancel, throw {@link
 * java.util.concurrent.CancellationException}: the work stops its threads and lets it through.
 */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (stage, done) -> {};

  /**
   * Tells how far the work is.
   *
   * @param stage what is being done, e.g. {@code "embedding"}
   * @param done how much of that stage, 0..1
   */
  void at(String stage, double done);
}
