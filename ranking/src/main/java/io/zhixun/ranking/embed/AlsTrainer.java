package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;
import java.util.Arrays;
import java.util.Optional;

/**
 * Weighted matrix factorisation by alternating least squares: minimises
 *
 * <pre>
 *   Σ_observed w (1 − s)² + α0 Σ_all s² + λ Σ_x (Σw + α0·n) ‖x‖²,   s = user · item
 * </pre>
 *
 * as {@link RidgeSystem} says, one exact solution for each user and then for each item a pass. Each
 * row is solved by one thread from vectors that stand still meanwhile, so that the result does not
 * depend on the threads. Rows without entries are zero. The axes are those of {@link HalfStep}.
 */
public final class AlsTrainer implements EmbeddingTrainer {
  private static final int ROWS_A_TASK = 64;

  private final AlsSettings settings;

  public AlsTrainer(AlsSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "als";
  }

  @Override
  public long memoryNeeded(Interactions interactions) {
    long rows = (long) interactions.users() + interactions.items();
    long scratch = 4L * (settings.threads() + 64L) * (settings.dimensions() + 800L);
    return Float.BYTES * rows * settings.dimensions() + scratch * settings.dimensions();
  }

  @Override
  public Embeddings train(Interactions interactions, Progress progress) {
    Vectors users = Vectors.zeros(interactions.users(), settings.dimensions());
    Vectors items = firstVectors(interactions);
    try (Workers workers = Workers.of(settings.threads())) {
      RowSolver[] solvers = new RowSolver[workers.count()];
      Arrays.setAll(solvers, _ -> new RowSolver(settings.dimensions()));
      for (int pass = 0; pass < settings.passes(); pass++) {
        progress.at("embedding", (double) pass / settings.passes());
        halfStep(workers, solvers, Side.users(interactions), users, items);
        halfStep(workers, solvers, Side.items(interactions), items, users);
      }
      // The vectors of users are those that folding in gives, for the final vectors of items.
      halfStep(workers, solvers, Side.users(interactions), users, items);
    }
    progress.at("embedding", 1);
    return new Embeddings(
        users,
        items,
        RidgeFoldIn.of(items, settings.unobserved(), settings.regularization()),
        Optional.empty());
  }

  private Vectors firstVectors(Interactions interactions) {
    Vectors items = Vectors.zeros(interactions.items(), settings.dimensions());
    double deviation = 0.1 / Math.sqrt(settings.dimensions());
    for (int item = 0; item < items.rows(); item++) {
      if (interactions.itemDegree(item) > 0) {
        Noise.bell(
            settings.seed(), items.data(), items.offset(item), items.dimensions(), deviation);
      }
    }
    return items;
  }

  private void halfStep(
      Workers workers, RowSolver[] solvers, Side side, Vectors own, Vectors others) {
    HalfStep step = HalfStep.of(others, settings, workers);
    int tasks = (own.rows() + ROWS_A_TASK - 1) / ROWS_A_TASK;
    workers.forEach(
        tasks,
        (task, worker) -> {
          int end = Math.min((task + 1) * ROWS_A_TASK, own.rows());
          for (int row = task * ROWS_A_TASK; row < end; row++) {
            solvers[worker].solve(step, side, row, own);
          }
        });
  }
}
