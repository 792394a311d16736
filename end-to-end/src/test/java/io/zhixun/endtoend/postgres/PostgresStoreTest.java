package io.zhixun.endtoend.postgres;

import io.zhixun.store.Store;
import io.zhixun.store.StoreConformance;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.postgres.PostgresStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All that a store must do, done on PostgreSQL. */
@ExtendWith(NeedsPostgres.class)
class PostgresStoreTest extends StoreConformance {
  private final PostgresServer server;
  @TempDir private Path folder;

  PostgresStoreTest(PostgresServer server) {
    this.server = server;
  }

  @BeforeEach
  void empty() throws SQLException {
    server.empty();
  }

  @Override
  protected Store open(StoreSettings settings, InstantSource clock) {
    return PostgresStore.open(folder, settings.withUrl(server.url()), clock);
  }

  @Override
  protected void clear() throws SQLException {
    server.empty();
  }
}
