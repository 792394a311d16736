/**
 * What answers and pages both put into words, so that they put it the same way.
 *
 * <p>Start at {@link io.zhixun.search.wording.LearnerCounts}. Knows nothing of how answers are
 * made.
 */
package io.zhixun.search.wording;
