/**
 * What the platform sells and what learners did with it: the vocabulary every other module speaks.
 *
 * <p>Start at {@link io.zhixun.corpus.Corpus} (items, events and profiles as of one sequence
 * number), then {@link io.zhixun.corpus.Item} (one thing a learner can buy or study) and {@link
 * io.zhixun.corpus.Event} (one learner action). All of it is plain immutable data.
 *
 * <p>Depends on: the JDK. Used by: every module. Knows nothing of JSON (that is {@code .jsonl}),
 * Lucene, vectors, SQL or HTTP.
 */
package io.zhixun.corpus;
