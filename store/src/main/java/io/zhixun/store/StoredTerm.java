package io.zhixun.store;

/**
 * A term as the record has it.
 *
 * @param version counted from 1
 * @param seq of the change that made this version
 */
public record StoredTerm(Term term, long version, long seq) {}
