package io.zhixun.ranking.policy;

import io.zhixun.ranking.learner.Exposure;
import java.time.Duration;
import java.time.Instant;

/**
 * When an item has been shown often enough.
 *
 * @param sessions after being shown in so many visits without being touched, it comes after all
 *     others ...
 * @param rest ... for so long after it was shown last
 */
public record ExposureSettings(int sessions, Duration rest) {
  public static final ExposureSettings DEFAULTS = new ExposureSettings(3, Duration.ofDays(14));

  public ExposureSettings {
    if (sessions < 1) {
      throw new IllegalArgumentException("sessions must be >= 1, got " + sessions);
    }
    if (rest.isNegative()) {
      throw new IllegalArgumentException("rest must be >= 0, got " + rest);
    }
  }

  /** Whether an item with such an exposure comes after the others for now. */
  public boolean rests(Exposure shown, Instant now) {
    return shown.sessions() >= sessions && now.isBefore(shown.last().plus(rest));
  }
}
