package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.ScoredRows;
import java.util.BitSet;

/** One method of the recipe, trained. Immutable and safe for many threads. */
sealed interface Part permits NeighbourPart, EmbeddingPart, LearnersPart, SequencePart {
  /** Takes in a history, whose rows must be below the number of items. */
  Prepared prepare(History history);

  /** A history taken in. For one thread; to be closed. */
  interface Prepared extends AutoCloseable {
    /** The row's score, divided by the root mean square of the scores of all items. */
    float score(int row);

    /** The best rows with a score above zero, less those excluded. */
    ScoredRows best(int k, BitSet excluded);

    @Override
    void close();
  }
}
