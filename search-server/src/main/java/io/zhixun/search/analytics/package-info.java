/**
 * What learners searched, were shown and took, counted from the record's events: how often what was
 * asked, what found nothing, what was shown and passed over, whose work is shown how much, and
 * whether editors' rules ever had an occasion.
 *
 * <p>Start at {@link io.zhixun.search.analytics.Analytics}. A {@code ReportMaker} takes events one
 * by one and is pure: what it knows of items, queries and answers it is given. Its memory has
 * bounds; what did not fit is counted and said. {@link io.zhixun.search.analytics.Served} remembers
 * which sources the latest answers came from, which no event says.
 *
 * <p>Guests of the pages count in sums and are not told apart, so that nobody is followed and
 * nobody passes for many.
 *
 * <p>Knows nothing of HTTP, SQL or Lucene, and keeps nothing by learner beyond the making of a
 * report, so that whoever is forgotten is not in the next one.
 */
package io.zhixun.search.analytics;
