/**
 * What may be done about a query that finds nothing, or nothing that anybody clicks: a synonym, a
 * domain word, or something to sell that is not there yet.
 *
 * <p>Start at {@link io.zhixun.search.remedy.Remedies}. It proposes; an editor measures and
 * decides. Proposals come from what is visible in the catalogue and from what people searched next.
 * Knows nothing of HTTP, SQL or Lucene.
 */
package io.zhixun.search.remedy;
