/**
 * How good a list of recommendations is: splits, metrics, intervals.
 *
 * <p>Start at {@link io.zhixun.ranking.evaluate.Evaluation}, which asks a {@link
 * io.zhixun.ranking.evaluate.Recommender} for the list of every user of a {@link
 * io.zhixun.ranking.evaluate.Split} and reports; {@link io.zhixun.ranking.evaluate.Metrics} has the
 * formulas, {@link io.zhixun.ranking.evaluate.Bootstrap} the intervals.
 *
 * <p>Depends on: {@code interaction}, {@code math}. Knows no model.
 */
package io.zhixun.ranking.evaluate;
