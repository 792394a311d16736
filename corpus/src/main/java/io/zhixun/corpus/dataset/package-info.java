/**
 * Published data sets, and our own files, as items, events and profiles.
 *
 * <p>Start at {@link io.zhixun.corpus.dataset.Dataset}: one factory for each kind of data, one way
 * to read them all. What a source says is kept as it is; what it does not say is absent, with one
 * exception that is spelled out in {@link io.zhixun.corpus.dataset.Enrolments}: interactions
 * without a kind and a time become events all the same. {@link
 * io.zhixun.corpus.dataset.LightGcnFile} and {@link io.zhixun.corpus.dataset.MovieLensFile} are the
 * plain numbers, for evaluation.
 *
 * <p>Depends on: the domain types, {@code .check} and {@code .jsonl}. Everything that comes out
 * keeps the rules of {@code .check}. Knows nothing of the store.
 */
package io.zhixun.corpus.dataset;
