package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Matrix;
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
 * depend on the threads. Rows without entries are zero.
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
    long scratch = 4L * (settings.threads() + 64L) * (settings.dimensions() + 144L);
    return Float.BYTES * rows * settings.dimensions() + scratch * settings.dimensions();
  }

  @Override
  public Embeddings train(Interactions interactions, Progress progress) {
    Vectors users = Vectors.zeros(interactions.users(), settings.dimensions());
    Vectors items = firstVectors(interactions);
    try (Workers workers = Workers.of(settings.threads())) {
      RidgeSystem[] systems = new RidgeSystem[workers.count()];
      Arrays.setAll(systems, _ -> new RidgeSystem(settings.dimensions()));
      for (int pass = 0; pass < settings.passes(); pass++) {
        progress.at("embedding", (double) pass / settings.passes());
        halfStep(workers, systems, new UserSide(interactions), users, items);
        halfStep(workers, systems, new ItemSide(interactions), items, users);
      }
      // The vectors of users are those that folding in gives, for the final vectors of items.
      halfStep(workers, systems, new UserSide(interactions), users, items);
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
      Workers workers, RidgeSystem[] systems, Side side, Vectors own, Vectors others) {
    Matrix base = Gram.of(others, settings.unobserved(), workers);
    double unobservedWeight = settings.unobserved() * others.rows();
    int tasks = (own.rows() + ROWS_A_TASK - 1) / ROWS_A_TASK;
    workers.forEach(
        tasks,
        (task, worker) -> {
          RidgeSystem system = systems[worker];
          int end = Math.min((task + 1) * ROWS_A_TASK, own.rows());
          for (int row = task * ROWS_A_TASK; row < end; row++) {
            system.reset(base);
            for (int entry = side.start(row); entry < side.start(row + 1); entry++) {
              system.add(others, side.other(entry), side.weight(entry));
            }
            system.solve(settings.regularization(), unobservedWeight, own.data(), own.offset(row));
          }
        });
  }

  /** The matrix seen from the users or from the items. */
  private sealed interface Side {
    int start(int row);

    int other(int entry);

    float weight(int entry);
  }

  private record UserSide(Interactions all) implements Side {
    @Override
    public int start(int row) {
      return all.userStart(row);
    }

    @Override
    public int other(int entry) {
      return all.item(entry);
    }

    @Override
    public float weight(int entry) {
      return all.weight(entry);
    }
  }

  private record ItemSide(Interactions all) implements Side {
    @Override
    public int start(int row) {
      return all.itemStart(row);
    }

    @Override
    public int other(int entry) {
      return all.columnUser(entry);
    }

    @Override
    public float weight(int entry) {
      return all.columnWeight(entry);
    }
  }
}
