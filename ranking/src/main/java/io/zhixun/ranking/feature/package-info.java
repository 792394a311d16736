/**
 * What a score is made of: one small file for each feature.
 *
 * <p>Start at {@link io.zhixun.ranking.feature.FeatureSet}. A {@link
 * io.zhixun.ranking.feature.Feature} is one function of (item facts, signals, viewer); the same
 * function runs at build time, at request time and in replay. Values are calibrated to about 0..1
 * and larger is better; a value that is not known is {@code NaN}, never a zero that looks like a
 * fact.
 *
 * <p>To add one: write its file, name it in {@code FeatureSet.ALL}, give it a weight in the
 * settings.
 *
 * <p>Knows nothing of Lucene, SQL, HTTP or the clock ({@code now} is part of the viewer).
 */
package io.zhixun.ranking.feature;
