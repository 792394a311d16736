/**
 * The state that answers come from: a snapshot and every change after it, swapped as one.
 *
 * <p>Start at {@link io.zhixun.search.serving.Live}. Knows nothing of HTTP.
 */
package io.zhixun.search.serving;
