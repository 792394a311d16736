/**
 * What learners did, as a sparse matrix of users and items, and the one place that says how much
 * each kind of behaviour weighs.
 *
 * <p>Start at {@link io.zhixun.ranking.interaction.Interactions}. {@link
 * io.zhixun.ranking.interaction.Engagement} folds a learner's events with one item into facts,
 * {@link io.zhixun.ranking.interaction.EventWeights} turns those facts into a weight; training,
 * replay and live state use the same two.
 *
 * <p>Depends on: {@code corpus}. Knows nothing of models.
 */
package io.zhixun.ranking.interaction;
