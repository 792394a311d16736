package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;

/**
 * Embeddings on the unit sphere by a sampled softmax over cosines.
 *
 * <pre>
 *   x_u = e_u + α Σ_{i ∈ u} c_i v_i / Σ c_i,   c_i = w_ui d_i^−½
 *   loss_u = Σ_{i ∈ u} [ −cos(x_u, v_i) / τ + log Σ_{j ∈ N} exp(cos(x_u, v_j) / τ) ]
 * </pre>
 *
 * with N items drawn uniformly for a block of users, own items not excluded. The inner-product form
 * is Rendle et al.'s sampled softmax; cosine and pooling as in SimpleX (arXiv 2109.12613). A
 * block's gradients are all taken at the same point and applied in a fixed order ({@link
 * SsmBlock}), so that the result does not depend on the threads.
 *
 * <p>Cost of an epoch: 6 · users · N · d operations in three small matrix products a block, and a
 * few vector operations for each entry.
 */
public final class SsmTrainer implements EmbeddingTrainer {
  private static final float USER_RATE = 0.02f;
  private static final float ITEM_RATE = 0.01f;
  private static final double POOLING_EXPONENT = 0.5;

  private final SsmSettings settings;

  public SsmTrainer(SsmSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "ssm";
  }

  @Override
  public long memoryNeeded(Interactions interactions) {
    long rows = (long) interactions.users() + interactions.items();
    long block = settings.block(interactions.users());
    long negatives = settings.negatives(interactions.items());
    return Float.BYTES
        * (4 * rows * settings.dimensions()
            + 6 * (block + negatives) * settings.dimensions()
            + 2 * block * negatives);
  }

  @Override
  public Embeddings train(Interactions interactions, Progress progress) {
    AdamRows users = new AdamRows(start(interactions.users(), settings.seed() + 1, 0.1));
    AdamRows items = new AdamRows(start(interactions.items(), settings.seed() + 2, 1));
    int[] active = active(interactions);
    Pooling pooling = Pooling.of(interactions, POOLING_EXPONENT, settings.pull());
    try (Workers workers = Workers.of(settings.threads())) {
      SsmBlock block = new SsmBlock(interactions, settings, pooling, users, items);
      int epochs = settings.epochs(active.length);
      int size = settings.block(active.length);
      int blocks = (active.length + size - 1) / size;
      for (int epoch = 0; epoch < epochs; epoch++) {
        progress.at("embedding", (double) epoch / epochs);
        shuffle(active, epoch);
        for (int at = 0; at < blocks; at++) {
          float left = 1 - (float) (epoch * (long) blocks + at) / ((long) epochs * blocks);
          int from = at * size;
          int count = Math.min(size, active.length - from);
          long draw = ((long) epoch << 32) + at;
          block.train(
              active,
              from,
              count,
              new SsmBlock.Step(USER_RATE * left, ITEM_RATE * left, draw),
              workers);
        }
      }
    }
    progress.at("embedding", 1);
    return finished(interactions, pooling, users.parameters(), items.parameters());
  }

  private Vectors start(int rows, long seed, double scale) {
    Vectors vectors = Vectors.zeros(rows, settings.dimensions());
    double deviation = scale / Math.sqrt(settings.dimensions());
    for (int row = 0; row < rows; row++) {
      Noise.bell(seed, vectors.data(), vectors.offset(row), vectors.dimensions(), deviation);
    }
    return vectors;
  }

  private static int[] active(Interactions interactions) {
    int[] users = new int[interactions.users()];
    int count = 0;
    for (int user = 0; user < users.length; user++) {
      if (interactions.userDegree(user) > 0) {
        users[count++] = user;
      }
    }
    return java.util.Arrays.copyOf(users, count);
  }

  private void shuffle(int[] users, int epoch) {
    for (int at = users.length - 1; at > 0; at--) {
      int other = Noise.below(settings.seed() + 3 + epoch, at, at + 1);
      int user = users[at];
      users[at] = users[other];
      users[other] = user;
    }
  }

  /** Unit vectors; zeros for users and items without entries. */
  private Embeddings finished(
      Interactions interactions, Pooling pooling, Vectors own, Vectors items) {
    Vectors unitItems = Vectors.zeros(items.rows(), items.dimensions());
    float[] lengths = new float[items.rows()];
    for (int item = 0; item < items.rows(); item++) {
      if (interactions.itemDegree(item) > 0) {
        System.arraycopy(
            items.data(),
            items.offset(item),
            unitItems.data(),
            unitItems.offset(item),
            items.dimensions());
        lengths[item] =
            Simd.normalise(unitItems.data(), unitItems.offset(item), items.dimensions());
      }
    }
    for (int user = 0; user < own.rows(); user++) {
      if (interactions.userDegree(user) == 0) {
        java.util.Arrays.fill(own.data(), own.offset(user), own.offset(user) + own.dimensions(), 0);
      }
    }
    PooledFoldIn foldIn = PooledFoldIn.of(unitItems, pooling.factors(), lengths, settings.pull());
    Vectors users = Vectors.zeros(own.rows(), own.dimensions());
    float[] vector = new float[own.dimensions()];
    for (int user = 0; user < own.rows(); user++) {
      if (interactions.userDegree(user) > 0) {
        foldIn.fold(
            interactions.itemsOf(user), interactions.weightsOf(user), own.row(user), vector);
        System.arraycopy(vector, 0, users.data(), users.offset(user), vector.length);
      }
    }
    return new Embeddings(users, unitItems, foldIn, java.util.Optional.of(own));
  }
}
