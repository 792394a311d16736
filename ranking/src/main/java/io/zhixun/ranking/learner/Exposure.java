package io.zhixun.ranking.learner;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often an item was shown to a learner who did nothing with it.
 *
 * @param times it was shown
 * @param sessions in how many visits to the platform
 * @param session the last of them, where events name it
 * @param last when it was shown last
 */
public record Exposure(int times, int sessions, Optional<String> session, Instant last) {
  /** Without a session's name, a pause of this length begins another. */
  static final Duration PAUSE = Duration.ofMinutes(30);

  static Exposure first(Optional<String> session, Instant at) {
    return new Exposure(1, 1, session, at);
  }

  Exposure again(Optional<String> inSession, Instant at) {
    boolean named = session.isPresent() && inSession.isPresent();
    boolean near = Duration.between(last, at).abs().compareTo(PAUSE) < 0;
    boolean same = named ? session.equals(inSession) : near;
    Instant latest = at.isAfter(last) ? at : last;
    return new Exposure(times + 1, same ? sessions : sessions + 1, inSession, latest);
  }
}
