package io.zhixun.store.sql;

import io.zhixun.store.Jobs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Jobs in the table {@code job}. */
final class SqlJobs implements Jobs {
  private static final String SELECT =
      "SELECT id, kind, state, progress, detail, created_at, updated_at FROM job";
  private static final String PUT =
      "INSERT INTO job (id, kind, state, progress, detail, created_at, updated_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
          + " progress = excluded.progress, detail = excluded.detail,"
          + " updated_at = excluded.updated_at";

  private final Reads reads;
  private final TaskQueue tasks;

  SqlJobs(Reads reads, TaskQueue tasks) {
    this.reads = reads;
    this.tasks = tasks;
  }

  @Override
  public void put(Job job) {
    Task.Aside task = new Task.Aside(c -> put(c, job), new CompletableFuture<>());
    tasks.submit(task);
    TaskQueue.result(task.done());
  }

  private static int put(Connection connection, Job job) throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      put.setString(1, job.id());
      put.setString(2, job.kind());
      put.setString(3, job.state().name().toLowerCase(Locale.ROOT));
      put.setDouble(4, job.progress());
      put.setString(5, job.detail());
      put.setLong(6, job.times().created().toEpochMilli());
      put.setLong(7, job.times().updated().toEpochMilli());
      return put.executeUpdate();
    }
  }

  @Override
  public Optional<Job> find(String id) {
    return reads.with(
        handle ->
            handle
                .createQuery(SELECT + " WHERE id = ?")
                .bind(0, id)
                .map((row, _) -> job(row))
                .findOne());
  }

  @Override
  public List<Job> newest(int limit) {
    return reads.with(
        handle ->
            handle
                .createQuery(SELECT + " ORDER BY created_at DESC, id DESC LIMIT ?")
                .bind(0, limit)
                .map((row, _) -> job(row))
                .list());
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString(1),
        row.getString(2),
        State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getDouble(4),
        row.getString(5),
        new Times(Instant.ofEpochMilli(row.getLong(6)), Instant.ofEpochMilli(row.getLong(7))));
  }
}
