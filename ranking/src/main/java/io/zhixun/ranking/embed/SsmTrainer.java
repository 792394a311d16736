package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;
import java.util.Arrays;

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
  private static final long SMALL_STEP = 2_000_000; // multiply-adds
  private static final long SEED_STEP = 1_000_003;

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
        * ((2L + 3L * settings.members()) * rows * settings.dimensions()
            + 6 * (block + negatives) * settings.dimensions()
            + 2 * block * negatives);
  }

  @Override
  public Embeddings train(Interactions interactions, Progress progress) {
    Pooling pooling = Pooling.of(interactions, POOLING_EXPONENT, settings.pull());
    PooledSpace space = new PooledSpace(interactions, settings.members(), settings.dimensions());
    try (Workers workers = Workers.of(threadsThatPay(interactions))) {
      for (int member = 0; member < settings.members(); member++) {
        long seed = settings.seed() + member * SEED_STEP;
        AdamRows users = new AdamRows(start(interactions.users(), seed + 1, 0.1));
        AdamRows items = new AdamRows(start(interactions.items(), seed + 2, 1));
        SsmBlock block = new SsmBlock(interactions, settings.withSeed(seed), pooling, users, items);
        int done = member;
        fit(
            interactions,
            block,
            seed,
            (stage, share) -> progress.at(stage, (done + share) / settings.members()),
            workers);
        space.put(member, users.parameters(), items.parameters());
      }
    }
    progress.at("embedding", 1);
    return space.embeddings(pooling.factors(), settings.pull());
  }

  /** One where a step is so small that waking other threads takes longer than the step. */
  private int threadsThatPay(Interactions all) {
    long step =
        (long) settings.block(all.users())
            * settings.negatives(all.items())
            * settings.dimensions();
    return step < SMALL_STEP ? 1 : settings.threads();
  }

  private void fit(
      Interactions interactions, SsmBlock block, long seed, Progress progress, Workers workers) {
    int[] order = active(interactions);
    int epochs = settings.epochs(order.length);
    int size = settings.block(interactions.users());
    int blocks = (order.length + size - 1) / size;
    for (int epoch = 0; epoch < epochs; epoch++) {
      progress.at("embedding", (double) epoch / epochs);
      shuffle(order, seed + 3 + epoch);
      for (int at = 0; at < blocks; at++) {
        float left = 1 - (float) (epoch * (long) blocks + at) / ((long) epochs * blocks);
        SsmBlock.Step step =
            new SsmBlock.Step(USER_RATE * left, ITEM_RATE * left, ((long) epoch << 32) + at);
        block.train(order, at * size, Math.min(size, order.length - at * size), step, workers);
      }
    }
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
    return Arrays.copyOf(users, count);
  }

  private static void shuffle(int[] users, long seed) {
    for (int at = users.length - 1; at > 0; at--) {
      int other = Noise.below(seed, at, at + 1);
      int user = users[at];
      users[at] = users[other];
      users[other] = user;
    }
  }
}
