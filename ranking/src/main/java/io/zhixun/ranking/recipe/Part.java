package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.ScoredRows;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.Map;

/** One method of the recipe. Immutable and safe for many threads. */
sealed interface Part permits NeighbourPart, EmbeddingPart {
  /** Unique within a recipe; names the part's segments. */
  String name();

  /** Takes in a history, whose rows must be below the number of items. */
  Prepared prepare(History history);

  /** Adds the part's segments, their names starting with {@link #name}. */
  void write(Map<String, MemorySegment> segments);

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
