package io.zhixun.server;

import io.zhixun.server.access.Grant;
import io.zhixun.server.api.Asking;
import io.zhixun.server.api.Records;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What the server stands in front of.
 *
 * @param asking what finds, proposes and takes writes
 * @param records what is read straight from the record
 * @param keys looks a presented {@code keyId.secret} up
 * @param random for the names of requests; safe for many threads
 */
public record Services(
    Asking asking,
    Records records,
    Function<String, Optional<Grant>> keys,
    RandomGenerator random) {}
