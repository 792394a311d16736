package io.zhixun.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls that come at a fixed pace, whether or not earlier ones were answered: a few callers and a
 * bounded queue before them; what does not fit is counted and not sent. Ending does not wait for
 * what is queued.
 */
final class Load implements AutoCloseable {
  private static final int CALLERS = 64;
  private static final int WAITING = 1_000;
  private static final int TICK_MILLIS = 5;
  private static final int PATIENCE_SECONDS = 10;

  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final ThreadPoolExecutor callers =
      new ThreadPoolExecutor(
          CALLERS,
          CALLERS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().factory());
  private final List<Stream> streams = new ArrayList<>();

  /** One call; whether it was answered as it should be. */
  interface Call {
    boolean make(int number) throws IOException, InterruptedException;
  }

  /** Calls of one kind. */
  private final class Stream implements Runnable {
    private final int aSecond;
    private final Call call;
    private final long start = System.nanoTime();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private int due;
    private int notSent;

    private Stream(int aSecond, Call call) {
      this.aSecond = aSecond;
      this.call = call;
    }

    /** Sends all that are due by now. */
    @Override
    public void run() {
      long now = (System.nanoTime() - start) * aSecond / TimeUnit.SECONDS.toNanos(1);
      for (; due < now; due++) {
        int number = due;
        if (callers.getQueue().remainingCapacity() > 0) {
          callers.execute(() -> make(number));
        } else {
          notSent++;
        }
      }
    }

    private void make(int number) {
      try {
        (call.make(number) ? answered : failed).incrementAndGet();
      } catch (IOException e) {
        failed.incrementAndGet();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void every(int aSecond, Call call) {
    Stream stream = new Stream(aSecond, call);
    streams.add(stream);
    var _ = pace.scheduleAtFixedRate(stream, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Says what was reached in so many seconds. */
  void report(int seconds) {
    for (Stream stream : streams) {
      System.out.printf(
          "%d a second asked for: %.0f a second acknowledged, %d failed, %d not sent%n",
          stream.aSecond,
          (double) stream.answered.get() / seconds,
          stream.failed.get(),
          stream.notSent);
    }
  }

  @Override
  public void close() {
    pace.shutdownNow();
    callers.shutdownNow();
    try {
      if (!callers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.out.println("some callers still wait; they are left");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
