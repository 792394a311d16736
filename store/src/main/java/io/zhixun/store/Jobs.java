package io.zhixun.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Long-running work, kept so that its outcome can be asked for after a restart. */
public interface Jobs {

  /** Keeps a job as it is now. */
  void put(Job job);

  Optional<Job> find(String id);

  /** The newest first. */
  List<Job> newest(int limit);

  /** How far a job is. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /**
   * One piece of work.
   *
   * @param kind what it does, such as {@code reindex}
   * @param progress 0..1
   * @param detail the step it is at, its result as JSON, or why it failed
   */
  record Job(String id, String kind, State state, double progress, String detail, Times times) {
    public Job {
      if (!(progress >= 0 && progress <= 1)) {
        throw new IllegalArgumentException("progress must be 0..1, got " + progress);
      }
    }
  }

  /** When it was asked for, and when it last said how far it is; to the millisecond. */
  record Times(Instant created, Instant updated) {}
}
