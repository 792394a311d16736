package io.zhixun.ranking.blend;

/**
 * One summand of a score.
 *
 * @param value the feature's calibrated value
 * @param weight what it was multiplied by, the request's {@code weight} included
 * @param contribution value × weight; all contributions of a score sum up to it
 */
public record Part(String feature, double value, double weight, double contribution) {}
