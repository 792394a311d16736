package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;
import java.util.Optional;

/**
 * What comes next, by a softmax over all items that looks at the order of the newest:
 *
 * <pre>
 *   x_t = Σ_{k ≤ K} k⁻¹ w A_{i_{t−k}},   z_j = x_t · B_j + b_j,   b_j = log d_j
 *   loss = Σ_t w_t [ −z_{i_t} + log Σ_j exp(z_j) ]
 * </pre>
 *
 * with t running over all entries that have one before them, in random order, by Adam in blocks
 * ({@link SequenceBlock}). Unlike the other methods' the vectors say what comes after a history and
 * not what is in it.
 *
 * <p>An item's vector is [B / members …, b], a learner's [x …, 1] ({@link RecentFoldIn}): the inner
 * product is the mean of the members' z, b being relative to the mean over items.
 *
 * <p>Cost of an epoch: 6 · places · items · d operations in three matrix products a block.
 */
public final class SequenceTrainer implements EmbeddingTrainer {
  private static final double START = 0.1;
  private static final long SMALL_STEP = 500_000; // multiply-adds
  private static final long SEED_STEP = 1_000_003;

  private final SequenceSettings settings;

  public SequenceTrainer(SequenceSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "sequence";
  }

  @Override
  public long memoryNeeded(Interactions interactions) {
    long width = (long) settings.members() * settings.dimensions() + 1;
    long items = interactions.items();
    return 9L * interactions.entries()
        + Float.BYTES
            * ((interactions.users() + 2 * items) * width
                + 4 * items * (settings.dimensions() + 1L))
        + SequenceBlock.memoryNeeded(interactions.items(), settings);
  }

  @Override
  public Embeddings train(Interactions interactions, Progress progress) {
    Places places = new Places(interactions, settings.window());
    int width = settings.members() * settings.dimensions();
    Vectors sources = Vectors.zeros(interactions.items(), width);
    Vectors items = Vectors.zeros(interactions.items(), width + 1);
    float[] bias = bias(interactions, places);
    SampledItems sample =
        new SampledItems(
            degrees(interactions, places), bias, settings.candidates(), SequenceSettings.BLOCK);
    try (Workers workers = Workers.of(threadsThatPay(places))) {
      for (int member = 0; member < settings.members(); member++) {
        long seed = settings.seed() + member * SEED_STEP;
        AdamRows a = new AdamRows(start(places.items(), seed + 1));
        AdamRows b = new AdamRows(start(places.items(), seed + 2));
        int done = member;
        fit(
            places,
            new SequenceBlock(places, settings, a, b, sample),
            seed,
            (stage, share) -> progress.at(stage, (done + share) / settings.members()),
            workers);
        put(places, a.parameters(), sources, member, 1);
        put(places, b.parameters(), items, member, 1f / settings.members());
      }
    }
    for (int item = 0; item < bias.length; item++) {
      items.data()[items.offset(places.row(item)) + width] = bias[item];
    }
    RecentFoldIn newcomers = RecentFoldIn.of(sources, settings.window());
    Vectors users = users(interactions, newcomers, width + 1);
    progress.at("embedding", 1);
    return new Embeddings(users, items, newcomers, Optional.empty());
  }

  private void fit(
      Places places, SequenceBlock block, long seed, Progress progress, Workers workers) {
    int epochs = settings.epochs(places.size());
    int blocks = (places.size() + SequenceSettings.BLOCK - 1) / SequenceSettings.BLOCK;
    long steps = (long) epochs * blocks;
    long step = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      places.shuffle(seed + 3 + epoch);
      for (int from = 0; from < places.size(); from += SequenceSettings.BLOCK) {
        if (step % 64 == 0) {
          progress.at("embedding", (double) step / steps);
        }
        float rate = (float) (settings.rate() * (1 - (double) step / steps));
        int count = Math.min(SequenceSettings.BLOCK, places.size() - from);
        block.train(from, count, rate, (seed << 32) + step, workers);
        step++;
      }
    }
  }

  /** One where a step is so small that waking other threads takes longer than the step. */
  private int threadsThatPay(Places places) {
    long step = (long) SequenceSettings.BLOCK * places.items() * settings.dimensions();
    return step < SMALL_STEP ? 1 : settings.threads();
  }

  /** ln d_j, less the mean over items. */
  private static float[] bias(Interactions all, Places places) {
    float[] bias = new float[places.items()];
    double sum = 0;
    for (int item = 0; item < bias.length; item++) {
      bias[item] = (float) StrictMath.log(all.itemDegree(places.row(item)));
      sum += bias[item];
    }
    for (int item = 0; item < bias.length; item++) {
      bias[item] -= (float) (sum / bias.length);
    }
    return bias;
  }

  private static double[] degrees(Interactions all, Places places) {
    double[] degrees = new double[places.items()];
    for (int item = 0; item < degrees.length; item++) {
      degrees[item] = all.itemDegree(places.row(item));
    }
    return degrees;
  }

  private Vectors start(int rows, long seed) {
    Vectors vectors = Vectors.zeros(rows, settings.dimensions());
    for (int row = 0; row < rows; row++) {
      Noise.bell(seed, vectors.data(), vectors.offset(row), vectors.dimensions(), START);
    }
    return vectors;
  }

  private static void put(Places places, Vectors learned, Vectors into, int member, float factor) {
    int length = learned.dimensions();
    for (int item = 0; item < learned.rows(); item++) {
      int to = into.offset(places.row(item)) + member * length;
      Simd.addScaled(into.data(), to, factor, learned.data(), learned.offset(item), length);
    }
  }

  private static Vectors users(Interactions all, FoldIn newcomers, int width) {
    Vectors users = Vectors.zeros(all.users(), width);
    float[] vector = new float[width];
    for (int user = 0; user < all.users(); user++) {
      newcomers.fold(all.itemsOf(user), all.weightsOf(user), vector);
      System.arraycopy(vector, 0, users.data(), users.offset(user), width);
    }
    return users;
  }
}
