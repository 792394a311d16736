/**
 * Keyword retrieval: from what a learner typed to every item that matches, with its relevance.
 *
 * <p>Start at {@link io.zhixun.search.lexical.LexicalIndex}. {@code QueryPlanner} turns text into
 * an engine-neutral {@link io.zhixun.search.lexical.TextQuery}; {@code LuceneIndex} answers it from
 * a throw-away working copy of a snapshot's index that also takes every later edit, scored by the
 * snapshot's frozen statistics; {@link io.zhixun.search.lexical.Highlighter} finds the matched
 * words in the original text.
 *
 * <p>Knows nothing of learners, HTTP or what a score is used for.
 */
package io.zhixun.search.lexical;
