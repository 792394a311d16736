/**
 * The state that answers come from: a snapshot and every change after it, swapped as one.
 *
 * <p>Start at {@link io.zhixun.search.serving.Live} (what the server sees) and {@link
 * io.zhixun.search.serving.Generation} (what the pipeline reads). {@code LiveState} follows the
 * store's log and the pointer to the published snapshot; {@link io.zhixun.search.serving.Learners}
 * keeps the learners who were active lately.
 *
 * <p>Knows nothing of HTTP or of how an answer is made.
 */
package io.zhixun.search.serving;
