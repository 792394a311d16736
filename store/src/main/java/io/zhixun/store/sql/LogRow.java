package io.zhixun.store.sql;

/** A row of the table {@code log} that is to be written. */
record LogRow(long seq, Kind kind, About about, String body) {}
