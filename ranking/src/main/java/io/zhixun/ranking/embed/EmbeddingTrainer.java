package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;

/**
 * A way to learn vectors. Implementations hold their settings, are immutable, and give the same
 * answer to the same input.
 */
public interface EmbeddingTrainer {
  /** Names the method in manifests and measurements, e.g. {@code "als"}. */
  String name();

  /** The most bytes of memory that training on this matrix takes, the result included. */
  long memoryNeeded(Interactions interactions);

  /**
   * Learns a vector for each row of the matrix. A learner or item without entries gets a vector of
   * zeros (or of the start, where the method says so) and never spoils the others.
   *
   * @throws java.util.concurrent.CancellationException when {@code progress} asks for it
   */
  Embeddings train(Interactions interactions, Progress progress);
}
