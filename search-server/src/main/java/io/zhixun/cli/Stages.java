package io.zhixun.cli;

import io.zhixun.ranking.math.Progress;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows the stages of long work on a terminal; silent when nobody looks at one. */
final class Stages implements Progress, AutoCloseable {
  private static final int STEPS = 1_000;

  private final boolean shown;
  private Optional<ProgressBar> bar = Optional.empty();
  private String current = "";

  private Stages(boolean shown) {
    this.shown = shown;
  }

  static Stages onTerminal() {
    return new Stages(Terminal.isAttached());
  }

  @Override
  public synchronized void at(String stage, double done) {
    if (!shown) {
      return;
    }
    if (!stage.equals(current)) {
      close();
      current = stage;
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName(stage)
                  .setInitialMax(STEPS)
                  .setUpdateIntervalMillis(500)
                  .build());
    }
    bar.ifPresent(open -> open.stepTo(Math.round(done * STEPS)));
  }

  @Override
  public synchronized void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }
}
