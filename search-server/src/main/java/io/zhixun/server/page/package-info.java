/**
 * The learner's side: pages rendered on the server, readable without script.
 *
 * <p>Start at {@link io.zhixun.server.page.Pages}: every address of the site on one page of code. A
 * request becomes a {@code Visit} (who asks, when, from where), a page class ({@code HomePage},
 * {@code SearchPage} …) asks {@link io.zhixun.search.pipeline.Discovery} and makes a view (records
 * of ready words), a template of the same name in {@code src/main/jte/page} turns it into HTML.
 * {@link io.zhixun.server.page.PageSources} is what the pages need from the rest of the house.
 *
 * <p>Words and numbers come from {@code .wording}, pictures from {@code .cover}, style and script
 * from the resources beside this package.
 *
 * <p>Must not know how answers are computed or where events are kept; templates compute nothing.
 */
package io.zhixun.server.page;
