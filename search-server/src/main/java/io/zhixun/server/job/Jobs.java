package io.zhixun.server.job;

import io.zhixun.indexer.snapshot.Snapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts, shows and ends jobs. Safe for many threads. The last {@value #KEPT} jobs of this process
 * are remembered.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int KEPT = 50;

  /** Smaller steps than this share of a stage are not told. */
  private static final double NEWS = 0.01;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Workshop workshop;
  private final InstantSource clock;
  private final Supplier<String> names;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private Optional<Thread> worker = Optional.empty();
  private String cancelled = "";
  private boolean closing;

  /**
   * @param names gives each job a name of its own
   */
  public Jobs(Workshop workshop, InstantSource clock, Supplier<String> names) {
    this.workshop = workshop;
    this.clock = clock;
    this.names = names;
  }

  /**
   * Begins to make a snapshot of the record.
   *
   * @param activate whether it is to be served as soon as it is made
   * @throws JobException BUSY, CLOSING
   */
  public Job reindex(boolean activate) {
    lock.lock();
    try {
      if (closing) {
        throw new JobException(JobException.Code.CLOSING, "the server is stopping");
      }
      for (Job job : jobs.values()) {
        if (job.end().isEmpty()) {
          throw new JobException(
              JobException.Code.BUSY, "job " + job.id() + " runs: wait for it, or cancel it");
        }
      }
      Job job =
          new Job(
              names.get(),
              activate,
              clock.instant(),
              new Job.Step("waiting", 0),
              Optional.empty(),
              0);
      jobs.put(job.id(), job);
      forgetOldest();
      Thread thread = Thread.ofPlatform().name("zhixun-job").daemon().unstarted(() -> work(job));
      worker = Optional.of(thread);
      thread.start();
      return job;
    } finally {
      lock.unlock();
    }
  }

  private void forgetOldest() {
    if (jobs.size() > KEPT) {
      jobs.remove(jobs.keySet().iterator().next());
    }
  }

  private void work(Job job) {
    try {
      Snapshot made = workshop.make((stage, done) -> at(job.id(), stage, done));
      requireWanted(job.id());
      if (job.activate()) {
        workshop.publish(made);
      }
      end(job.id(), new Job.Done(clock.instant(), made.id()));
    } catch (CancellationException e) {
      end(job.id(), new Job.Cancelled(clock.instant()));
    } catch (RuntimeException | Error e) {
      LOG.error("job {} failed", job.id(), e);
      end(job.id(), new Job.Failed(clock.instant(), String.valueOf(e.getMessage())));
    }
  }

  private void at(String id, String stage, double done) {
    lock.lock();
    try {
      requireWanted(id);
      Job job = jobs.get(id);
      boolean isNews =
          !stage.equals(job.step().stage())
              || Math.abs(done - job.step().done()) >= NEWS
              || (done >= 1 && job.step().done() < 1);
      if (isNews) {
        change(job.at(new Job.Step(stage, done)));
      }
    } finally {
      lock.unlock();
    }
  }

  private void requireWanted(String id) {
    lock.lock();
    try {
      if (closing || cancelled.equals(id)) {
        throw new CancellationException("job " + id + " was cancelled");
      }
    } finally {
      lock.unlock();
    }
  }

  private void end(String id, Job.End how) {
    lock.lock();
    try {
      change(jobs.get(id).ended(how));
    } finally {
      lock.unlock();
    }
  }

  private void change(Job job) {
    jobs.put(job.id(), job);
    changed.signalAll();
  }

  /** All jobs that are remembered, the newest first. */
  public List<Job> list() {
    lock.lock();
    try {
      return new ArrayList<>(jobs.values()).reversed();
    } finally {
      lock.unlock();
    }
  }

  public Optional<Job> find(String id) {
    lock.lock();
    try {
      return Optional.ofNullable(jobs.get(id));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks a job to end at its next step; one that has ended stays as it is.
   *
   * @return the job as it is now; empty when there is none of that name
   */
  public Optional<Job> cancel(String id) {
    lock.lock();
    try {
      Optional<Job> job = find(id);
      if (job.isPresent() && job.get().end().isEmpty()) {
        cancelled = id;
      }
      return job;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a job is not as it was at a version.
   *
   * @return the job as it is then, or after {@code atMost}
   */
  public Optional<Job> await(String id, long version, Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (left > 0 && find(id).filter(job -> job.version() == version).isPresent()) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return find(id);
  }

  /** Cancels what runs, and waits for a moment until it has ended. */
  @Override
  public void close() {
    Optional<Thread> last;
    lock.lock();
    try {
      closing = true;
      last = worker;
    } finally {
      lock.unlock();
    }
    try {
      if (last.isPresent()) {
        last.get().join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
