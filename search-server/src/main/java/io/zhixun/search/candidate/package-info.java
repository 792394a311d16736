/**
 * Where proposals come from, one small file a source.
 *
 * <p>Start at {@link io.zhixun.search.candidate.CandidateSource}. A source names rows, best first;
 * it does not decide: every candidate is scored by every scorer afterwards, whoever proposed it.
 */
package io.zhixun.search.candidate;
