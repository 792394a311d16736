/**
 * What an item looks like in the Lucene index.
 *
 * <p>Start at {@link io.zhixun.indexer.schema.Fields} (names, analyzer, similarity, what is hidden)
 * and {@link io.zhixun.indexer.schema.ItemDocument} (an item becomes a document, and back). A
 * {@link io.zhixun.indexer.schema.TextField} is indexed once for each of its granularities, as
 * {@code title.words}, {@code title.bigrams} and so on; a {@link
 * io.zhixun.indexer.schema.FacetField} is a keyword with doc values.
 *
 * <p>Documents of every status are in the index; {@link io.zhixun.indexer.schema.Fields#hiddenAt}
 * keeps from learners what they must not see. What changes with time alone (early-bird prices,
 * future dates) is indexed in parts and put together when asked.
 *
 * <p>Scores: BM25 needs nothing besides the index itself; whoever wants scores that do not move
 * with merges reads the statistics of the snapshot's reader once and keeps them.
 *
 * <p>Knows nothing of snapshots, learners or queries.
 */
package io.zhixun.indexer.schema;
