/**
 * How many stars a learner will give an item: the classic rating model, beside the two baselines
 * that it has to beat.
 *
 * <p>Start at {@link io.zhixun.ranking.rating.RatingTrainer}, which learns a {@link
 * io.zhixun.ranking.rating.RatingModel} from {@link io.zhixun.ranking.rating.Ratings}. The product
 * ranks by what learners do and not by stars; this is for completeness and for comparison.
 *
 * <p>Depends on: {@code math}. Knows nothing of files, and nothing of ranking.
 */
package io.zhixun.ranking.rating;
