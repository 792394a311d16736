/**
 * From features to one score that can be explained.
 *
 * <p>Start at {@link io.zhixun.ranking.blend.Blender}: a transparent weighted sum whose parts add
 * up to the score. {@link io.zhixun.ranking.blend.Reasons} turns the largest true personal parts
 * into sentences for the learner.
 *
 * <p>Knows nothing of how candidates were found or what policy does afterwards.
 */
package io.zhixun.ranking.blend;
