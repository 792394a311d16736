package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Vectors;
import java.util.Optional;

/**
 * Learned vectors of one space: the inner product of a learner's and an item's says how well they
 * fit.
 *
 * @param users {@code [users × d]}
 * @param items {@code [items × d]}
 * @param newcomers how the vector of a learner follows from items alone
 * @param own {@code [users × d]}, what was learned of each learner beyond their items, where the
 *     method learns such a thing
 */
public record Embeddings(Vectors users, Vectors items, FoldIn newcomers, Optional<Vectors> own) {
  public Embeddings {
    if (users.dimensions() != items.dimensions()) {
      throw new IllegalArgumentException(
          "users and items must have the same dimensions, got "
              + users.dimensions()
              + " and "
              + items.dimensions());
    }
  }

  public int dimensions() {
    return items.dimensions();
  }

  /**
   * The vector of a learner with this history, whether or not they were there in training.
   *
   * @param history item rows, no row twice
   * @param weights beside them, in the units of training
   */
  public float[] foldIn(int[] history, float[] weights) {
    float[] vector = new float[dimensions()];
    newcomers.fold(history, weights, vector);
    return vector;
  }
}
