package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.vector.VectorIndex;

/** The very vectors and the very index that serve, for measuring. */
public final class ServedEmbedding {
  private final Space space;

  ServedEmbedding(Space space) {
    this.space = space;
  }

  public int dimensions() {
    return index().vectors().dimensions();
  }

  /** {@code [items × d]}. */
  public Vectors items() {
    return index().vectors();
  }

  public VectorIndex index() {
    return space.items();
  }

  /** The vector of a learner with this history. */
  public float[] learner(History history) {
    return space.learner(history);
  }

  /** The nearest items to a vector, through the index. */
  public ScoredRows nearest(float[] learner, int k) {
    return index().nearest(learner, k);
  }
}
