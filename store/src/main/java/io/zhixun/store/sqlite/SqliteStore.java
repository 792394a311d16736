package io.zhixun.store.sqlite;

import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.sql.LedgerFile;
import io.zhixun.store.sql.Pepper;
import io.zhixun.store.sql.SqlStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Opens the record of a data folder. */
public final class SqliteStore {
  private SqliteStore() {}

  /**
   * Opens the record, and makes folder and database when they do not exist yet. In a folder that
   * cannot be written an existing record is opened for reading, and writes are refused.
   *
   * @param dataFolder holds {@code zhixun.db} and {@code pepper}; other files in it do not matter
   * @param clock tells when changes were accepted
   * @throws StoreException when there is no record that this version can read
   */
  public static Store open(Path dataFolder, StoreSettings settings, InstantSource clock) {
    return open(dataFolder, settings, clock, List.of());
  }

  /** With further pragmas for the connection that writes. */
  static Store open(
      Path dataFolder, StoreSettings settings, InstantSource clock, List<String> writerPragmas) {
    SecureRandom random = new SecureRandom();
    DataFolder folder = new DataFolder(dataFolder);
    Pepper pepper = folder.prepare(random);
    SqliteDatabase database = new SqliteDatabase(dataFolder, settings.lockTimeout(), writerPragmas);
    return SqlStore.open(
        database,
        settings,
        new SqlStore.World(clock, random, pepper, new LedgerFile(dataFolder), folder.id(random)));
  }
}
