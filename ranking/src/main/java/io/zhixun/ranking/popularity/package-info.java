/**
 * What everybody likes: counts, counts that fade with time, and what is rising.
 *
 * <p>Start at {@link io.zhixun.ranking.popularity.Popularity}.
 *
 * <p>Depends on: {@code interaction}, {@code math}, {@code persist}.
 */
package io.zhixun.ranking.popularity;
