package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Vectors;

/**
 * Solves the rows of one half-step of weighted ALS, each in the cheaper of two ways that give the
 * same: {@link ShortRow} when it has clearly fewer entries than there are dimensions, {@link
 * RidgeSystem} else. Scratch memory of one thread.
 */
final class RowSolver {
  private static final int MOST = 128; // so that its products stay in the nearest cache

  private final RidgeSystem whole;
  private final ShortRow few;

  RowSolver(int dimensions) {
    this.whole = new RidgeSystem(dimensions);
    this.few = new ShortRow(dimensions, Math.clamp(dimensions * 3L / 4, 1, MOST));
  }

  /** Solves one row into its place in {@code own}. */
  void solve(HalfStep step, Side side, int row, Vectors own) {
    int start = side.start(row);
    int end = side.start(row + 1);
    int to = own.offset(row);
    if (end - start <= few.most()) {
      few.reset();
      for (int entry = start; entry < end; entry++) {
        few.add(step.others(), side.other(entry), side.weight(entry));
      }
      few.solve(step, own.data(), to);
    } else {
      whole.reset(step.base());
      for (int entry = start; entry < end; entry++) {
        whole.add(step.others(), side.other(entry), side.weight(entry));
      }
      whole.solve(step.ridge(), step.unobservedWeight(), own.data(), to);
    }
  }
}
