package io.zhixun.store.sqlite;

import io.zhixun.store.Store;
import io.zhixun.store.StoreConformance;
import io.zhixun.store.StoreSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreConformance {
  @TempDir private Path folder;

  @Override
  protected Store open(StoreSettings settings, InstantSource clock) {
    return SqliteStore.open(folder, settings, clock);
  }
}
