package io.zhixun.search.lexical;

/**
 * The ways in which a query is asked, from the strictest on; the later ones only where those before
 * found little. Scores of all of them are on one scale.
 *
 * @param literal what holds all that was typed, or nearly
 * @param partial what holds part of it
 * @param widest what holds any of it
 * @param typos what sounds or looks like it
 * @param title an item of just this title
 */
record QueryPlan(
    TextQuery literal, TextQuery partial, TextQuery widest, TextQuery typos, TextQuery title) {
  private static final TextQuery NOTHING = new TextQuery.Nothing();

  static QueryPlan only(TextQuery query) {
    return new QueryPlan(query, NOTHING, NOTHING, NOTHING, NOTHING);
  }
}
