package io.zhixun.store.sql;

import io.zhixun.store.Account;
import io.zhixun.store.Accounts;
import io.zhixun.store.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** People in the table {@code account}, what they have open in {@code session}. */
final class SqlAccounts implements Accounts {
  private static final int TOKEN_BYTES = 32;
  private static final String ACCOUNT =
      "SELECT a.name, a.role, a.created_at, a.ended_at, a.password_hash FROM account a";

  private final Reads reads;
  private final TaskQueue tasks;
  private final SqlStore.World world;

  SqlAccounts(Reads reads, TaskQueue tasks, SqlStore.World world) {
    this.reads = reads;
    this.tasks = tasks;
    this.world = world;
  }

  @Override
  public boolean create(String name, Role role, String passwordHash) {
    Account made = new Account(name, role, now(), Optional.empty());
    return write(
            "INSERT INTO account (name, role, password_hash, created_at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (name) DO NOTHING",
            name,
            role.name().toLowerCase(Locale.ROOT),
            passwordHash,
            made.createdAt().toEpochMilli())
        > 0;
  }

  @Override
  public Optional<Credentials> find(String name) {
    return reads.with(
        handle ->
            handle
                .createQuery(ACCOUNT + " WHERE a.name = ?")
                .bind(0, name)
                .map((row, _) -> new Credentials(account(row), row.getString(5)))
                .findOne());
  }

  @Override
  public List<Account> list() {
    return reads.with(
        handle ->
            handle.createQuery(ACCOUNT + " ORDER BY a.name").map((row, _) -> account(row)).list());
  }

  @Override
  public boolean setPassword(String name, String passwordHash) {
    boolean changed =
        write(
                "UPDATE account SET password_hash = ? WHERE name = ? AND ended_at IS NULL",
                passwordHash,
                name)
            > 0;
    closeAll(name);
    return changed;
  }

  @Override
  public boolean end(String name) {
    long at = now().toEpochMilli();
    boolean ended =
        write("UPDATE account SET ended_at = ? WHERE name = ? AND ended_at IS NULL", at, name) > 0;
    closeAll(name);
    return ended;
  }

  private void closeAll(String name) {
    write("DELETE FROM session WHERE account = ?", name);
  }

  @Override
  public String open(String name, Duration lasts) {
    byte[] bytes = new byte[TOKEN_BYTES];
    world.random().nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    long at = now().toEpochMilli();
    write("DELETE FROM session WHERE expires_at <= ?", at);
    write(
        "INSERT INTO session (token_hash, account, created_at, expires_at) VALUES (?, ?, ?, ?)",
        world.pepper().hash(token),
        name,
        at,
        at + lasts.toMillis());
    return token;
  }

  @Override
  public Optional<Account> of(String token) {
    return reads.with(
        handle ->
            handle
                .createQuery(
                    ACCOUNT
                        + " JOIN session s ON s.account = a.name WHERE s.token_hash = ?"
                        + " AND s.expires_at > ? AND a.ended_at IS NULL")
                .bind(0, world.pepper().hash(token))
                .bind(1, now().toEpochMilli())
                .map((row, _) -> account(row))
                .findOne());
  }

  @Override
  public void close(String token) {
    write("DELETE FROM session WHERE token_hash = ?", world.pepper().hash(token));
  }

  private Instant now() {
    return Instant.ofEpochMilli(world.clock().instant().toEpochMilli());
  }

  private static Account account(ResultSet row) throws SQLException {
    long ended = row.getLong(4);
    Optional<Instant> endedAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
    return new Account(
        row.getString(1),
        Role.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getLong(3)),
        endedAt);
  }

  private int write(String sql, Object... values) {
    Task.Aside task =
        new Task.Aside(connection -> run(connection, sql, values), new CompletableFuture<>());
    tasks.submit(task);
    return TaskQueue.result(task.done());
  }

  private static int run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
