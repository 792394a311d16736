/**
 * The record on PostgreSQL, for several servers at once.
 *
 * <p>Start at {@link io.zhixun.store.postgres.PostgresStore}. Whoever writes locks the one row of
 * {@code head} before anything else, so writers come one after the other and numbers are in the
 * order of commits; a reader that has seen number N has seen all up to N.
 *
 * <p>Depends on: {@code store}, {@code store.sql}, Flyway, the PostgreSQL driver. Knows nothing of
 * other databases.
 */
package io.zhixun.store.postgres;
