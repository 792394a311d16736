package io.zhixun.search.lexical;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ways in which a query is asked, from the strictest on; the later ones are made only where
 * those before found little. Scores of all of them are on one scale.
 *
 * @param title an item of just this title
 * @param quoted an item with this in its title, where it is more than one word
 * @param literal what holds all that was typed, or nearly
 * @param partial what holds part of it
 * @param widest what holds any of it
 * @param full what of the literal holds all that was typed: no guess stands before it
 * @param guess what sounds or looks like it
 */
record QueryPlan(
    TextQuery title,
    TextQuery quoted,
    TextQuery literal,
    Supplier<TextQuery> partial,
    Supplier<TextQuery> widest,
    Supplier<TextQuery> full,
    Supplier<Guess> guess) {
  /** A plan may be carried out many times; what it makes late it makes once. */
  public QueryPlan {
    partial = new Once<>(partial);
    widest = new Once<>(widest);
    full = new Once<>(full);
    guess = new Once<>(guess);
  }

  /**
   * What may have been meant.
   *
   * @param near tells which of the titles found are nearly the query; empty where titles do not
   *     matter
   */
  record Guess(TextQuery query, Optional<NearTitle> near) {
    static final Guess NONE = new Guess(new TextQuery.Nothing(), Optional.empty());
  }

  /** A query that is asked in one way alone. */
  static QueryPlan only(TextQuery query) {
    TextQuery nothing = new TextQuery.Nothing();
    return new QueryPlan(
        nothing, nothing, query, () -> nothing, () -> nothing, () -> query, () -> Guess.NONE);
  }
}
