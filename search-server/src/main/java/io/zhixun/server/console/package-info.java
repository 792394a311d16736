/**
 * The editors' side: pages on which the catalogue, the rules, the word lists and the snapshots are
 * kept. Rendered on the server, usable without script.
 *
 * <p>Start at {@link io.zhixun.server.console.Console}: every address with the role it asks for. A
 * {@code Guard} stands before all of them: it knows the account by a session that can be closed,
 * the form by a token, and hands a {@code Desk} (who, when, with which token) to a page class,
 * which makes a view for the template of the same name in {@code src/main/jte/console}.
 *
 * <p>Whatever changes goes through {@link io.zhixun.search.serving.Live} under the account's name,
 * as the API's changes do, so it is visible at once and stands in the audit with before and after.
 * Knows nothing of Lucene or SQL.
 */
package io.zhixun.server.console;
