package io.zhixun.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * A count of steps on stderr while something takes long; silent when nobody looks at a terminal.
 */
interface Steps extends AutoCloseable {
  void step();

  @Override
  void close();

  /** Steps of unknown number. */
  static Steps of(String task) {
    if (!Terminal.isAttached()) {
      return new Silent();
    }
    return new Shown(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(-1)
            .setUpdateIntervalMillis(500)
            .build());
  }

  /** Nobody looks. */
  final class Silent implements Steps {
    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  /** A bar on a terminal. */
  record Shown(ProgressBar bar) implements Steps {
    @Override
    public void step() {
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
