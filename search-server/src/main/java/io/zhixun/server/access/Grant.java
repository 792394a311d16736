package io.zhixun.server.access;

import io.zhixun.corpus.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a valid key gives.
 *
 * @param keyId the public half of the key
 * @param learner the only learner that the key may speak of; any when absent
 * @param expires from when on it gives nothing
 */
public record Grant(String keyId, Role role, Optional<UserId> learner, Optional<Instant> expires) {}
