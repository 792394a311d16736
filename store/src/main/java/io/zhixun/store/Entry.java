package io.zhixun.store;

import java.time.Instant;

/**
 * An accepted change in its place.
 *
 * @param acceptedAt when, to the millisecond
 * @param change without the version that its caller expected
 */
public record Entry(long seq, Instant acceptedAt, Change change) {}
