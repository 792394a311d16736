/**
 * Where snapshots lie, how one becomes the served one, and how a damaged one is noticed.
 *
 * <p>Start at {@link io.zhixun.indexer.snapshot.SnapshotStore}. Below one folder:
 *
 * <pre>
 *   CURRENT                               the id of the snapshot that is served
 *   snapshots/20261124T100000Z-3fa9c1d2/  immutable once it has this name
 *     manifest.json                       what it holds; size and SHA-256 of each other file
 *     lucene/ learned/ …                  what the builder wrote
 *   snapshots/.draft-…/                   a build in progress
 *   build.lock, publish.lock              held by the process that builds or publishes
 * </pre>
 *
 * <p>A reader sees the old or the new snapshot, never half of one: a draft gets its name when all
 * its bytes are on disk, and {@code CURRENT} is replaced by one rename. A process that is killed
 * leaves at most a draft, which the next build removes.
 *
 * <p>Knows nothing of what the files mean, except that {@code lucene/} is a Lucene index that can
 * be checked. Nothing is ever deserialized by Java.
 */
package io.zhixun.indexer.snapshot;
