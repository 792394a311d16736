/**
 * How fast the product is, by JMH and beside its peers.
 *
 * <p>Start at {@code benchmarks/README.md}, which names a command for each program here. Bars are
 * not asserted: figures go, dated and with the command that gave them, to {@code
 * benchmarks/results}. Depends on: everything; nothing depends on it.
 */
package io.zhixun.benchmarks;
