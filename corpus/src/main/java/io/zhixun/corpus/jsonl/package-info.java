/**
 * Lines of JSON: how the domain types are written, and how files of such lines are read.
 *
 * <p>Start at {@link io.zhixun.corpus.jsonl.JsonlReader}; {@link io.zhixun.corpus.jsonl.ItemJson}
 * and its siblings write what {@link io.zhixun.corpus.check} reads, and reading gives back an equal
 * value. {@link io.zhixun.corpus.jsonl.LineProblem} says where in which file something is wrong.
 *
 * <p>Depends on: the domain types, {@code .check} and Jackson. Knows nothing of the store or HTTP,
 * and states no rule about a field itself.
 */
package io.zhixun.corpus.jsonl;
