/**
 * How the pages say things: the one place where facts become Chinese words and numbers.
 *
 * <p>Start at {@link io.zhixun.server.page.wording.Labels} (names of formats, levels, facets,
 * features); {@link io.zhixun.server.page.wording.Amounts} does counts, lengths and money, {@link
 * io.zhixun.server.page.wording.Moments} dates.
 *
 * <p>Pure functions. Knows nothing of HTML, HTTP or templates.
 */
package io.zhixun.server.page.wording;
