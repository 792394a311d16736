/**
 * Cover pictures drawn from what is known of an item, so that no image is ever fetched.
 *
 * <p>Start at {@link io.zhixun.server.page.cover.CoverArt}: an item goes in, an SVG picture comes
 * out. The broad category chooses the colours, the format the composition, the identifier the
 * details; the same item has the same cover everywhere.
 *
 * <p>Pure functions. Knows nothing of HTTP or pages.
 */
package io.zhixun.server.page.cover;
