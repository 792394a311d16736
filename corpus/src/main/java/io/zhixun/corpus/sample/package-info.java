/**
 * The sample that a newcomer sees first: a bundled catalogue, twenty learners with a story, and a
 * year of made-up behaviour.
 *
 * <p>Start at {@link io.zhixun.corpus.sample.SampleCorpus}. {@link
 * io.zhixun.corpus.sample.BehaviourGenerator} makes the behaviour and says how its learners choose;
 * on purpose they do not choose as any trainer of ours assumes (no vectors, no inner products), so
 * that what is learned from the sample is learned and not read back.
 *
 * <p>Same catalogue, settings and instant, same events, on any machine: the random numbers are our
 * own ({@code Dice}) and all transcendental functions come from {@code StrictMath}.
 *
 * <p>Depends on: the domain types, {@code .check} and {@code .jsonl}. Nothing outside tests, the
 * demo and benchmarks should need it.
 */
package io.zhixun.corpus.sample;
