/**
 * Vectors of learners and items, learned from a matrix of interactions.
 *
 * <p>Start at {@link io.zhixun.ranking.embed.EmbeddingTrainer}, which other modules may implement,
 * and {@link io.zhixun.ranking.embed.Embeddings}, what it gives. Every trainer passes one
 * conformance suite: the same bits for a seed whatever the number of threads, learners and items
 * without behaviour, {@link io.zhixun.ranking.embed.FoldIn} of learners it never saw, progress and
 * cancellation.
 *
 * <p>Depends on: {@code interaction}, {@code math}, {@code persist}. Knows nothing of searching
 * vectors or of blending scores.
 */
package io.zhixun.ranking.embed;
