package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Cholesky;
import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Rotation;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.SymmetricEigen;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;
import java.util.Optional;

/**
 * The right singular vectors V of the normalised interactions A = D_u^−p R D_i^−q, found by
 * subspace iteration from a random start (Halko, Martinsson, Tropp, SIAM Review 2011, algorithm
 * 4.4). An item's vector is d^r V_i, a learner's Σ_i w_i d_i^t V_i, so that folding in is exact and
 * costs nothing.
 *
 * <p>Cost of a round: 2 · entries · l + 1.5 · items · l² multiply-adds, l being the dimensions and
 * a few more.
 */
public final class SpectralTrainer implements EmbeddingTrainer {
  private static final int OVERSAMPLING = 16;
  private static final int ROWS_A_TASK = 64;
  private static final float JITTER = 1e-6f; // of the mean of the diagonal

  private final SpectralSettings settings;

  public SpectralTrainer(SpectralSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "spectral";
  }

  @Override
  public long memoryNeeded(Interactions interactions) {
    long width = (long) settings.dimensions() + OVERSAMPLING;
    long rows = 2L * interactions.users() + 3L * interactions.items();
    return Float.BYTES * width * (rows + 64 * width) + 16 * width * width;
  }

  @Override
  public Embeddings train(Interactions all, Progress progress) {
    float[] userFactors = powers(all.users(), all::userWeight, -settings.userExponent());
    float[] itemFactors = powers(all.items(), all::itemWeight, -settings.itemExponent());
    int width = Math.clamp(settings.dimensions() + OVERSAMPLING, 1, Math.max(1, all.items()));
    Vectors basis = Vectors.zeros(all.items(), width);
    for (int item = 0; item < all.items(); item++) {
      if (all.itemDegree(item) > 0) {
        Noise.bell(settings.seed(), basis.data(), basis.offset(item), width, 1);
      }
    }
    Vectors images = Vectors.zeros(all.users(), width);
    try (Workers workers = Workers.of(settings.threads())) {
      orthonormalise(basis, workers);
      for (int round = 0; round < settings.rounds(); round++) {
        progress.at("embedding", (double) round / settings.rounds());
        applyToItems(all, userFactors, itemFactors, basis, images, workers);
        applyToUsers(all, userFactors, itemFactors, images, basis, workers);
        orthonormalise(basis, workers);
      }
      applyToItems(all, userFactors, itemFactors, basis, images, workers);
      double[][] rotation = SymmetricEigen.vectors(Gram.of(images, 1, workers));
      progress.at("embedding", 1);
      return embeddings(all, rotated(basis, rotation, workers));
    }
  }

  /** A number of each row. */
  @FunctionalInterface
  private interface Degree {
    float of(int row);
  }

  private static float[] powers(int rows, Degree degrees, double exponent) {
    float[] powers = new float[rows];
    for (int row = 0; row < rows; row++) {
      float degree = degrees.of(row);
      powers[row] = degree > 0 ? (float) StrictMath.pow(degree, exponent) : 0;
    }
    return powers;
  }

  /** images = A · basis. */
  private static void applyToItems(
      Interactions all,
      float[] userFactors,
      float[] itemFactors,
      Vectors basis,
      Vectors images,
      Workers workers) {
    forRows(
        all.users(),
        workers,
        user -> {
          int to = images.offset(user);
          java.util.Arrays.fill(images.data(), to, to + images.dimensions(), 0);
          for (int e = all.userStart(user); e < all.userStart(user + 1); e++) {
            int item = all.item(e);
            float factor = userFactors[user] * all.weight(e) * itemFactors[item];
            Simd.addScaled(
                images.data(), to, factor, basis.data(), basis.offset(item), basis.dimensions());
          }
        });
  }

  /** basis = Aᵀ · images. */
  private static void applyToUsers(
      Interactions all,
      float[] userFactors,
      float[] itemFactors,
      Vectors images,
      Vectors basis,
      Workers workers) {
    forRows(
        all.items(),
        workers,
        item -> {
          int to = basis.offset(item);
          java.util.Arrays.fill(basis.data(), to, to + basis.dimensions(), 0);
          for (int e = all.itemStart(item); e < all.itemStart(item + 1); e++) {
            int user = all.columnUser(e);
            float factor = userFactors[user] * all.columnWeight(e) * itemFactors[item];
            Simd.addScaled(
                basis.data(), to, factor, images.data(), images.offset(user), basis.dimensions());
          }
        });
  }

  private static void forRows(int rows, Workers workers, java.util.function.IntConsumer body) {
    workers.forEach(
        (rows + ROWS_A_TASK - 1) / ROWS_A_TASK,
        (task, _) -> {
          int end = Math.min(rows, (task + 1) * ROWS_A_TASK);
          for (int row = task * ROWS_A_TASK; row < end; row++) {
            body.accept(row);
          }
        });
  }

  /** Columns of length one at right angles: Z ← Z U⁻¹ with UᵀU = ZᵀZ; twice, for accuracy. */
  private static void orthonormalise(Vectors rows, Workers workers) {
    for (int time = 0; time < 2; time++) {
      Matrix products = Gram.of(rows, 1, workers);
      float trace = 0;
      for (int i = 0; i < products.rows(); i++) {
        trace += products.data()[products.offset(i) + i];
      }
      if (trace == 0) {
        return;
      }
      for (int i = 0; i < products.rows(); i++) {
        products.data()[products.offset(i) + i] += JITTER * trace / products.rows();
      }
      if (!Cholesky.factor(products)) {
        throw new ArithmeticException("the subspace has collapsed");
      }
      forRows(
          rows.rows(),
          workers,
          row -> Cholesky.solveTransposed(products, rows.data(), rows.offset(row)));
    }
  }

  /** The first columns of basis · rotation. */
  private Vectors rotated(Vectors basis, double[][] rotation, Workers workers) {
    int kept = Math.min(settings.dimensions(), basis.dimensions());
    Vectors result = Vectors.zeros(basis.rows(), settings.dimensions());
    Rotation.of(rotation, kept).apply(basis, result, workers);
    return result;
  }

  private Embeddings embeddings(Interactions all, Vectors singular) {
    float[] target = powers(all.items(), all::itemWeight, settings.targetExponent());
    double pooling = settings.historyExponent() - settings.targetExponent();
    float[] history = powers(all.items(), all::itemWeight, pooling);
    for (int item = 0; item < all.items(); item++) {
      Simd.scale(singular.data(), singular.offset(item), singular.dimensions(), target[item]);
    }
    SummedFoldIn foldIn = SummedFoldIn.of(singular, history);
    Vectors users = Vectors.zeros(all.users(), singular.dimensions());
    float[] vector = new float[singular.dimensions()];
    for (int user = 0; user < all.users(); user++) {
      foldIn.fold(all.itemsOf(user), all.weightsOf(user), vector);
      System.arraycopy(vector, 0, users.data(), users.offset(user), vector.length);
    }
    return new Embeddings(users, singular, foldIn, Optional.empty());
  }
}
