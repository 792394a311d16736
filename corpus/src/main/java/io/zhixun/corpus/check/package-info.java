/**
 * Every rule about a line or a request body, in one place: files, the HTTP API, the console and dry
 * runs all ask here, so that they can never disagree.
 *
 * <p>Start at {@link io.zhixun.corpus.check.ItemCheck} ({@link io.zhixun.corpus.check.EventCheck},
 * {@link io.zhixun.corpus.check.ProfileCheck} and {@link io.zhixun.corpus.check.RuleCheck} are its
 * siblings): a JSON object goes in, a {@link io.zhixun.corpus.check.Checked} comes out, which holds
 * either the value or <em>all</em> that is wrong with it. {@link
 * io.zhixun.corpus.check.FieldReader} is the tool they are written with; use it for any other
 * request body. {@link io.zhixun.corpus.check.Limits} lists the sizes.
 *
 * <p>Input from outside never causes an exception here: absurd numbers, wrong types, broken
 * characters and times without a zone are all {@link io.zhixun.corpus.check.Problem}s.
 *
 * <p>Depends on: the domain types and Jackson's tree. Knows nothing of files, HTTP or the store, so
 * whether an item that is mentioned exists is not a question for this package.
 */
package io.zhixun.corpus.check;
