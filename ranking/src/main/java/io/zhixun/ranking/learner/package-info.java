/**
 * What is known of one learner right now.
 *
 * <p>Start at {@link io.zhixun.ranking.learner.Learner}: an immutable state that {@code
 * after(event)} turns into the next one. The same fold serves live answers, training and replay, so
 * that a restart, a second server and an offline measurement all see the same learner.
 *
 * <p>Knows nothing of HTTP, SQL, Lucene or the clock; items are known by id alone.
 */
package io.zhixun.ranking.learner;
