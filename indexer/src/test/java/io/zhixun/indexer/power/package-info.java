/**
 * A file system for tests that forgets, when the power fails, whatever was not forced to the disk.
 *
 * <p>Start at {@link io.zhixun.indexer.power.ForgetfulFileSystem}: it works on a real folder and
 * tells {@link io.zhixun.indexer.power.Platter} what was forced, from which the folder as it would
 * be after a power loss is made. It knows nothing of snapshots.
 */
package io.zhixun.indexer.power;
