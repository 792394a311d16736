/**
 * What the learning packages compute with: dense vectors, SIMD loops, small matrix algebra, the
 * best k of many, and work spread over threads without its result depending on them.
 *
 * <p>Start at {@link io.zhixun.ranking.math.Vectors} (rows of floats) and {@link
 * io.zhixun.ranking.math.ScoredRows} (an answer: rows with scores, best first). {@link
 * io.zhixun.ranking.math.Workers} runs the loops, {@link io.zhixun.ranking.math.Progress} tells how
 * far they are and stops them.
 *
 * <p>Every loop here adds in an order that depends on the shapes alone: eight lanes (256 bits) and
 * a fixed fold, so that machines with wider registers, and any number of threads, give the same
 * bits.
 *
 * <p>Depends on: the JDK with {@code jdk.incubator.vector}. Knows nothing of items, learners or
 * files.
 */
package io.zhixun.ranking.math;
