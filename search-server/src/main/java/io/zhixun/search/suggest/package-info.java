/**
 * What a person who has typed a few characters may mean: titles, authors, tags, and what others
 * have asked, by characters, by sound, by first letters and with one slip.
 *
 * <p>Start at {@link io.zhixun.search.suggest.Suggester}. {@code SuggestIndex} holds the entries of
 * a catalogue in descending weight with lists by pairs of characters, syllables and first letters;
 * {@code Matcher} says whether and where an entry matches; {@link
 * io.zhixun.search.suggest.QueryBook} counts who asked what.
 *
 * <p>Knows nothing of Lucene, of HTTP, or of how the state that it reads is kept.
 */
package io.zhixun.search.suggest;
