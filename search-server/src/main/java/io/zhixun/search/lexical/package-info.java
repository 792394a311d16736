/**
 * Keyword retrieval: from what a learner typed to every item that matches, with its relevance.
 *
 * <p>Start at {@link io.zhixun.search.lexical.LexicalIndex}. A query goes one way:
 *
 * <ol>
 *   <li>{@code QueryReader} takes out operators ({@code "短语" -排除 作者:周行}); nothing is an error.
 *   <li>{@code Wording} cuts the rest into words, pairs of characters and single ones, and says how
 *       much each says: question words and stop words ({@code Vocabulary}) less.
 *   <li>{@code QueryPlanner} makes a {@code QueryPlan}, the ways to ask from the strictest on, as
 *       engine-neutral {@link io.zhixun.search.lexical.TextQuery} trees: what an item must hold
 *       ({@code ConditionPlanner}), what that is worth ({@code ScorePlanner}), and what may have
 *       been meant ({@code TypoPlanner}: sounds, pinyin, first letters, one wrong character).
 *   <li>{@code StagedSearch} asks them one after another, the later ones only where those before
 *       found little, and puts all on one scale: literal matches above partial ones, guesses below
 *       every literal match, an item of just this title above all.
 *   <li>{@code Meant} finds the stretch of a text that a guess is about: it is what is marked by
 *       {@link io.zhixun.search.lexical.Highlighter} and offered as another query.
 * </ol>
 *
 * <p>{@code LuceneIndex} holds a throw-away working copy of a snapshot's index that also takes every
 * later edit, scored by the snapshot's frozen statistics. Documents are found and scored term at a
 * time ({@code SegmentMatcher}, {@code SegmentScorer}), because every match is wanted, for totals and
 * facets, and short lists of terms are asked for in several stages; a test holds both against
 * Lucene's own queries.
 *
 * <p>The work of one query is bounded: 200 UTF-16 units, 64 places a granularity, four operators of
 * a kind, five synonyms a term, four readings of pinyin.
 *
 * <p>Knows nothing of learners, HTTP or what a score is used for.
 */
package io.zhixun.search.lexical;
