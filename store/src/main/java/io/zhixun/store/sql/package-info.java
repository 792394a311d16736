/**
 * The record on an SQL database, whichever it is.
 *
 * <p>Start at {@link io.zhixun.store.sql.SqlStore}. What differs between databases (connections,
 * locks, errors) is a {@link io.zhixun.store.sql.Database}; the tables are made by its migrations
 * and are the same. All content lies in one table, {@code log}, by sequence number; the others say
 * which change holds now.
 *
 * <p>One thread writes ({@code Writer}): it takes what callers queued, begins one transaction that
 * holds the database's write lock, gives each caller a savepoint, commits, and only then answers.
 * It uses JDBC with statements prepared once, because it is the throughput of the whole service;
 * reads are Jdbi on connections of their own.
 *
 * <p>Depends on: {@code store}, {@code corpus}, Jdbi. Knows no particular database.
 */
package io.zhixun.store.sql;
