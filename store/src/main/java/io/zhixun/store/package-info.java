/**
 * The record of what was accepted: the one truth from which everything else can be made again.
 *
 * <p>Start at {@link io.zhixun.store.Store}. A caller hands over {@link io.zhixun.store.Change}s
 * and gets one {@link io.zhixun.store.Outcome} for each once they are durable; every accepted
 * change has a sequence number, gap-free and in commit order, so that whoever has followed the
 * {@link io.zhixun.store.Entry entries} up to N has seen all up to N. {@link io.zhixun.store.Keys}
 * are kept here too, outside that sequence.
 *
 * <p>{@code .sqlite} opens such a store on a folder; {@code .sql} is what databases share. A new
 * database is right when it passes {@code StoreConformance} of the test jar.
 *
 * <p>Depends on: {@code corpus}. Knows nothing of Lucene, HTTP or ranking.
 */
package io.zhixun.store;
