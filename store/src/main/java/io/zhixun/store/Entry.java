package io.zhixun.store;

import java.time.Instant;

/**
 * What was accepted, in its place.
 *
 * @param acceptedAt when, to the millisecond
 * @param change without the version that its caller expected; or what is left of it
 */
public record Entry(long seq, Instant acceptedAt, Recorded change) {}
