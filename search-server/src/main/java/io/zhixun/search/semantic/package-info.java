/**
 * Items by what they mean: the nearest of their text vectors to a query's, or to another item's.
 *
 * <p>Start at {@link io.zhixun.search.semantic.SemanticIndex}, of which each generation has one.
 * {@link io.zhixun.search.semantic.Encoding} is the one place that runs the encoder, on threads of
 * its own; {@link io.zhixun.search.semantic.Fusion} puts hits by words and by meaning into one
 * order.
 *
 * <p>Knows nothing of Lucene, of HTTP, or of how the state that it belongs to is kept.
 */
package io.zhixun.search.semantic;
