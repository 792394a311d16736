package io.zhixun.search.candidate;

import io.zhixun.search.candidate.Guard.Code;
import io.zhixun.search.candidate.Guard.Outcome;
import io.zhixun.search.candidate.Guard.Promise;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads and the breaker of one source. */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int MOST_WAITING = 256;
  private static final long IDLE_SECONDS = 30;

  private final String source;
  private final GuardSettings settings;
  private final ThreadPoolExecutor threads;
  private int failuresInARow;
  private Instant pausedUntil = Instant.MIN;

  Lane(String source, GuardSettings settings) {
    this.source = source;
    this.settings = settings;
    this.threads =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("zhixun-" + source + "-", 1).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  <T> Promise<T> start(Instant now, Callable<T> work) {
    if (!mayTry(now)) {
      return () -> new Outcome.Failed<>(Code.SOURCE_PAUSED);
    }
    Future<T> future;
    try {
      future = threads.submit(work);
    } catch (RejectedExecutionException e) {
      failed(now, e);
      return () -> new Outcome.Failed<>(Code.SOURCE_BUSY);
    }
    long deadline = System.nanoTime() + settings.deadline().toNanos();
    return () -> await(future, deadline, now);
  }

  private <T> Outcome<T> await(Future<T> future, long deadline, Instant now) {
    try {
      T value = future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      succeeded();
      return new Outcome.Value<>(value);
    } catch (ExecutionException e) {
      failed(now, e.getCause());
      return new Outcome.Failed<>(Code.SOURCE_FAILED);
    } catch (TimeoutException e) {
      future.cancel(true);
      failed(now, e);
      return new Outcome.Failed<>(Code.SOURCE_TIMEOUT);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Failed<>(Code.SOURCE_TIMEOUT);
    }
  }

  /** Whether the source is trusted; after a pause one question at a time finds out. */
  private synchronized boolean mayTry(Instant now) {
    if (now.isBefore(pausedUntil)) {
      return false;
    }
    if (failuresInARow >= settings.failures()) {
      pausedUntil = now.plus(settings.pause());
    }
    return true;
  }

  private synchronized void succeeded() {
    failuresInARow = 0;
    pausedUntil = Instant.MIN;
  }

  private synchronized void failed(Instant now, Throwable cause) {
    failuresInARow++;
    LOG.error("source {} failed; the answer goes on without it", source, cause);
    if (failuresInARow >= settings.failures()) {
      pausedUntil = now.plus(settings.pause());
    }
  }
}
