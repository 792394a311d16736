/**
 * What may be shown, and in which mixture, after scores are known.
 *
 * <p>Start at {@link io.zhixun.ranking.policy.Eligibility} (what must not be proposed to this
 * learner) and {@link io.zhixun.ranking.policy.Diversity} (how many of one author, format or
 * topic). Every move can be named in the answer.
 *
 * <p>Knows nothing of scores' origin, HTTP or the clock.
 */
package io.zhixun.ranking.policy;
