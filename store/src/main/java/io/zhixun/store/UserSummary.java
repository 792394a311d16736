package io.zhixun.store;

import io.zhixun.corpus.UserId;

/** A learner and how many events there are. */
public record UserSummary(UserId id, long events) {}
