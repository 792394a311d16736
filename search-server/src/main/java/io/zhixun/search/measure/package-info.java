/**
 * What the measuring commands run: the product's own recipe, candidates and blend on data that
 * others have published, with the metrics of {@code io.zhixun.ranking.evaluate}.
 *
 * <p>Start at {@link io.zhixun.search.measure.RecommendationMeasure}. Nothing here serves a
 * request.
 */
package io.zhixun.search.measure;
