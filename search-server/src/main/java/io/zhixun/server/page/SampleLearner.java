package io.zhixun.server.page;

import io.zhixun.corpus.UserId;

/**
 * Somebody whose eyes a visitor of the demo can borrow.
 *
 * @param name in Chinese, as people are called
 * @param description what is worth knowing, in a few words: 转行做数据分析的会计
 */
public record SampleLearner(UserId id, String name, String description) {}
