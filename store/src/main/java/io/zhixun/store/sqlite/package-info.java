/**
 * The record as one SQLite file in a data folder; the default.
 *
 * <p>Start at {@link io.zhixun.store.sqlite.SqliteStore}. The file is in WAL mode with {@code
 * synchronous = FULL}, so that a commit has been forced to the disk when it returns and readers
 * never wait for the writer. Several processes may open the same folder; the lock of SQLite puts
 * their transactions in an order, which is the order of sequence numbers.
 *
 * <p>Depends on: {@code store.sql}, sqlite-jdbc, Flyway.
 */
package io.zhixun.store.sqlite;
