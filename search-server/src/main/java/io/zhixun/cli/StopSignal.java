package io.zhixun.cli;

import java.util.concurrent.CountDownLatch;

/** That the process is told to stop; the process then waits until all is closed. */
final class StopSignal {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private StopSignal() {}

  static StopSignal install() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "zhixun-stop"));
    return signal;
  }

  private void stop() {
    stopped.countDown();
    await(closed);
  }

  /** Returns when the process is told to stop. */
  void await() {
    await(stopped);
  }

  /** Lets the process end. */
  void done() {
    closed.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
