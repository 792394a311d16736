package io.zhixun.server.job;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one piece of long work at one moment.
 *
 * @param activate whether the snapshot is to be served as soon as it is made
 * @param version grows with every change, so that a watcher can wait for the next
 */
public record Job(
    String id, boolean activate, Instant started, Step step, Optional<End> end, long version) {

  /**
   * How far it is.
   *
   * @param done share of the stage, 0..1
   */
  public record Step(String stage, double done) {}

  /** How it ended. */
  public sealed interface End {
    Instant at();
  }

  /** The snapshot stands. */
  public record Done(Instant at, String snapshot) implements End {}

  /**
   * It could not be made; nothing that is served has changed.
   *
   * @param why for an operator
   */
  public record Failed(Instant at, String why) implements End {}

  /** Somebody ended it; nothing that is served has changed. */
  public record Cancelled(Instant at) implements End {}

  Job at(Step next) {
    return new Job(id, activate, started, next, end, version + 1);
  }

  Job ended(End how) {
    return new Job(id, activate, started, step, Optional.of(how), version + 1);
  }
}
