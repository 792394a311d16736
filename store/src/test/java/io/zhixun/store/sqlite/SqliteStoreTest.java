package io.zhixun.store.sqlite;

import io.zhixun.store.Store;
import io.zhixun.store.StoreConformance;
import io.zhixun.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreConformance {
  @TempDir private Path folder;

  @Override
  protected Store open(StoreSettings settings, InstantSource clock) {
    return SqliteStore.open(folder, settings, clock);
  }

  /** The pepper stays, as it does where a backup is restored. */
  @Override
  protected void clear() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(SqliteStoreTest::isDatabase).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isDatabase(Path file) {
    return file.getFileName().toString().startsWith("zhixun.db");
  }
}
