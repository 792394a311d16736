/**
 * The record on a real PostgreSQL, which is started from binaries that Maven brings.
 *
 * <p>Start at {@link io.zhixun.endtoend.postgres.PostgresStoreTest}: all that holds on SQLite must
 * hold here. The other tests are about what only a server can do: several writers at once, and
 * going away. Where no PostgreSQL can run they are skipped and say so; in CI that is a failure.
 */
package io.zhixun.endtoend.postgres;
