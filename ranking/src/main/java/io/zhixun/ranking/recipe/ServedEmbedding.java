package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.vector.VectorIndex;

/** The very vectors and the very index that serve, for measuring. */
public final class ServedEmbedding {
  private final EmbeddingPart part;

  ServedEmbedding(EmbeddingPart part) {
    this.part = part;
  }

  public int dimensions() {
    return index().vectors().dimensions();
  }

  /** {@code [items × d]}. */
  public Vectors items() {
    return index().vectors();
  }

  public VectorIndex index() {
    return part.index();
  }

  /** The vector of a learner with this history. */
  public float[] learner(History history) {
    return part.learner(history);
  }

  /** The nearest items to a vector, through the index. */
  public ScoredRows nearest(float[] learner, int k) {
    return index().nearest(learner, k);
  }
}
