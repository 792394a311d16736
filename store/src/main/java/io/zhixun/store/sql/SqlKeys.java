package io.zhixun.store.sql;

import io.zhixun.corpus.UserId;
import io.zhixun.store.Key;
import io.zhixun.store.Keys;
import io.zhixun.store.NewKey;
import io.zhixun.store.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Keys in the table {@code api_key}. */
final class SqlKeys implements Keys {
  private static final int ID_BYTES = 9;
  private static final int SECRET_BYTES = 32;
  private static final long USE_IS_NOTED_EVERY_MILLIS = 60_000;
  private static final String COLUMNS =
      "SELECT id, name, role, learner, expires_at, created_at, revoked_at, last_used_at,"
          + " secret_hash FROM api_key";

  private final Reads reads;
  private final TaskQueue tasks;
  private final Pepper pepper;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Map<String, Long> noted = new ConcurrentHashMap<>();

  /**
   * @param random unpredictable: secrets come from it
   */
  SqlKeys(
      Reads reads, TaskQueue tasks, Pepper pepper, RandomGenerator random, InstantSource clock) {
    this.reads = reads;
    this.tasks = tasks;
    this.pepper = pepper;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public NewKey create(Key.Grant grant) {
    String id = randomText(ID_BYTES);
    String secret = randomText(SECRET_BYTES);
    Instant now = clock.instant();
    write(connection -> insert(connection, id, grant, pepper.hash(secret), now));
    return new NewKey(id, id + "." + secret);
  }

  /** URL-safe and free of dots. */
  private String randomText(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static int insert(Connection c, String id, Key.Grant grant, String hash, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        c.prepareStatement(
            "INSERT INTO api_key (id, name, role, learner, secret_hash, created_at, expires_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, id);
      insert.setString(2, grant.name());
      insert.setString(3, grant.role().name().toLowerCase(Locale.ROOT));
      if (grant.learner().isPresent()) {
        insert.setString(4, grant.learner().get().value());
      } else {
        insert.setNull(4, Types.VARCHAR);
      }
      insert.setString(5, hash);
      insert.setLong(6, now.toEpochMilli());
      if (grant.expires().isPresent()) {
        insert.setLong(7, grant.expires().get().toEpochMilli());
      } else {
        insert.setNull(7, Types.BIGINT);
      }
      return insert.executeUpdate();
    }
  }

  private record Stored(Key key, String hash) {}

  @Override
  public Optional<Key> find(String presented) {
    int dot = presented.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    String secret = presented.substring(dot + 1);
    Optional<Key> found =
        stored(presented.substring(0, dot))
            .filter(stored -> pepper.matches(secret, stored.hash()))
            .map(Stored::key)
            .filter(key -> key.worksAt(now));
    found.ifPresent(key -> noteUse(key, now));
    return found;
  }

  private Optional<Stored> stored(String id) {
    return reads.with(
        handle ->
            handle
                .createQuery(COLUMNS + " WHERE id = ?")
                .bind(0, id)
                .map((row, _) -> new Stored(key(row), row.getString(9)))
                .findOne());
  }

  /** At most once in a while; nobody waits for it or minds when it cannot be written. */
  private void noteUse(Key key, Instant now) {
    long millis = now.toEpochMilli();
    long stored = key.lastUsed().map(Instant::toEpochMilli).orElse(0L);
    long last = Math.max(stored, noted.getOrDefault(key.id(), 0L));
    if (millis - last < USE_IS_NOTED_EVERY_MILLIS) {
      return;
    }
    noted.put(key.id(), millis);
    Task.Statement update =
        c -> update(c, "UPDATE api_key SET last_used_at = ? WHERE id = ?", millis, key.id());
    tasks.submit(new Task.Aside(update, new CompletableFuture<>()));
  }

  @Override
  public List<Key> list() {
    return reads.with(
        handle ->
            handle
                .createQuery(COLUMNS + " ORDER BY created_at, id")
                .map((row, _) -> key(row))
                .list());
  }

  private static Key key(ResultSet row) throws SQLException {
    Key.Grant grant =
        new Key.Grant(
            row.getString(2),
            Role.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
            Optional.ofNullable(row.getString(4)).map(UserId::new),
            instant(row, 5));
    return new Key(
        row.getString(1),
        grant,
        Instant.ofEpochMilli(row.getLong(6)),
        instant(row, 7),
        instant(row, 8));
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  @Override
  public boolean revoke(String id) {
    long now = clock.instant().toEpochMilli();
    String sql = "UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";
    return write(connection -> update(connection, sql, now, id)) > 0;
  }

  private static int update(Connection connection, String sql, long millis, String id)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, millis);
      update.setString(2, id);
      return update.executeUpdate();
    }
  }

  private int write(Task.Statement statement) {
    Task.Aside task = new Task.Aside(statement, new CompletableFuture<>());
    tasks.submit(task);
    return TaskQueue.result(task.done());
  }
}
