/**
 * The rows whose vectors have the largest inner product with a query's.
 *
 * <p>Start at {@link io.zhixun.ranking.vector.VectorIndex}. It is exact for small sets, and an HNSW
 * graph (Malkov and Yashunin, arXiv 1603.09320) for larger ones: built by hnswlib-core, which is
 * seen by one file alone, then copied into plain arrays and searched by our own loop.
 *
 * <p>Depends on: {@code math}, {@code persist}, hnswlib-core. Knows nothing of what the rows are.
 */
package io.zhixun.ranking.vector;
