/**
 * How learned data becomes bytes and comes back: named segments of memory, each with a magic
 * number, its kind, a format version and a length for every array, little-endian.
 *
 * <p>Start at {@link io.zhixun.ranking.persist.SegmentWriter} and {@link
 * io.zhixun.ranking.persist.SegmentReader}. A reader trusts nothing: kind, version, lengths and the
 * ranges of row numbers are checked, and what does not hold is a {@link
 * io.zhixun.ranking.persist.SegmentException}. Files are for others to write and map.
 *
 * <p>Depends on: the JDK.
 */
package io.zhixun.ranking.persist;
