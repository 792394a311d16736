package io.zhixun.ranking.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few threads that share a loop. Which thread runs which task is left to chance, so a task must
 * write only to what is its own; the result then does not depend on the number of threads.
 */
public final class Workers implements AutoCloseable {
  private final int count;
  private final ExecutorService helpers;

  /** One step of a loop. */
  @FunctionalInterface
  public interface Task {
    /**
     * Runs the step.
     *
     * @param index which step, 0-based
     * @param worker which of the threads runs it, 0..count − 1, to pick scratch memory by
     */
    void run(int index, int worker);
  }

  private Workers(int count) {
    this.count = count;
    this.helpers =
        Executors.newFixedThreadPool(
            Math.max(1, count - 1), Thread.ofPlatform().daemon().name("ranking-", 0).factory());
  }

  /**
   * Makes the threads; close them after use.
   *
   * @param threads how many threads in all, the calling one among them
   */
  public static Workers of(int threads) {
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads must be 1..1024, got " + threads);
    }
    return new Workers(threads);
  }

  public int count() {
    return count;
  }

  /**
   * Runs all tasks and returns when the last is done. The first failure ends the loop early and is
   * thrown here.
   */
  public void forEach(int tasks, Task body) {
    Loop loop = new Loop(tasks, body);
    int helping = Math.min(count, tasks) - 1;
    List<Helper> running = new ArrayList<>(Math.max(0, helping));
    for (int worker = 1; worker <= helping; worker++) {
      running.add(new Helper(loop, worker, helpers));
    }
    try {
      loop.drain(0);
    } finally {
      loop.next.set(tasks);
      running.forEach(Helper::await);
    }
  }

  /** The tasks of one call, taken one by one by whoever is free. */
  private record Loop(int tasks, Task body, AtomicInteger next) {
    Loop(int tasks, Task body) {
      this(tasks, body, new AtomicInteger());
    }

    void drain(int worker) {
      try {
        for (int index = next.getAndIncrement(); index < tasks; index = next.getAndIncrement()) {
          body.run(index, worker);
        }
      } catch (RuntimeException | Error failure) {
        next.set(tasks);
        throw failure;
      }
    }
  }

  /**
   * Another thread's part in a loop. When the loop is over before it has begun, it never begins.
   */
  private static final class Helper {
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final Future<?> future;

    Helper(Loop loop, int worker, ExecutorService helpers) {
      this.future =
          helpers.submit(
              () -> {
                if (claimed.compareAndSet(false, true)) {
                  loop.drain(worker);
                }
              });
    }

    void await() {
      if (claimed.compareAndSet(false, true)) {
        return;
      }
      boolean interrupted = false;
      try {
        while (true) {
          try {
            future.get();
            return;
          } catch (InterruptedException _) {
            interrupted = true; // the task writes to shared arrays: never leave it running
          } catch (ExecutionException failure) {
            throw unchecked(failure.getCause());
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException failure -> failure;
      default -> new CancellationException(String.valueOf(cause));
    };
  }

  @Override
  public void close() {
    helpers.shutdownNow();
  }
}
