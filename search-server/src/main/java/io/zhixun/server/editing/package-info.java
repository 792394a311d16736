/**
 * What editors do to rules and word lists, whatever they use: the console and the API check, try
 * and take back by the same code.
 *
 * <p>Start at {@link io.zhixun.server.editing.Trials}, which says what would come of a change;
 * {@link io.zhixun.server.editing.TermCheck} says whether it can be made, {@link
 * io.zhixun.server.editing.RuleLint} and {@link io.zhixun.server.editing.TermLint} whether it can
 * be meant, and {@link io.zhixun.server.editing.Undoing} how it is taken back.
 *
 * <p>Knows nothing of HTTP and of the language that an editor reads.
 */
package io.zhixun.server.editing;
