/**
 * A corpus becomes a snapshot.
 *
 * <p>Start at {@link io.zhixun.indexer.build.SnapshotBuilder}: dictionaries, item statistics, the
 * Lucene index, and what {@code ranking} learns from behaviour go into a draft, which is sealed.
 * The caller measures it and publishes it. {@link io.zhixun.indexer.build.SnapshotContents} reads
 * the parts back, and is the one place that knows their names. {@link
 * io.zhixun.indexer.build.ItemStatistics} counts behaviour by item so that a server can go on where
 * the snapshot stopped. {@link io.zhixun.indexer.build.CatalogueReview} tells editors what serves
 * learners badly.
 *
 * <p>The same corpus, settings and dictionaries give the same answers, whatever the number of
 * threads. Knows nothing of where a corpus comes from, of HTTP or of SQL.
 */
package io.zhixun.indexer.build;
