/** Spark's ALS on the pairs that ours is measured on; see {@code benchmarks/README.md}. */
package io.zhixun.benchmarks.spark;
