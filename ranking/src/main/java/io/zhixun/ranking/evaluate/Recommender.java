package io.zhixun.ranking.evaluate;

import io.zhixun.ranking.math.ScoredRows;

/** Gives the list of a user. Must be safe for many threads. */
@FunctionalInterface
public interface Recommender {
  /** The user's best {@code k} items, best first, without those known of them in training. */
  ScoredRows recommend(int user, int k);
}
