package io.zhixun.store.postgres;

import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.sql.FolderId;
import io.zhixun.store.sql.LedgerFile;
import io.zhixun.store.sql.PepperFile;
import io.zhixun.store.sql.SqlStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Opens the record of a PostgreSQL database. */
public final class PostgresStore {
  private PostgresStore() {}

  /**
   * Opens the record, and makes its tables when they do not exist yet. While the server is away,
   * everything fails as {@link Code#UNAVAILABLE}, and works again when it is back; of a call that
   * failed while it was being committed nobody can know whether it counts, so send it again: an
   * event is then accepted once.
   *
   * @param dataFolder of this server; holds {@code pepper}, which must be the same on all servers
   * @param settings with the address of the database
   * @param clock tells when changes were accepted
   * @throws StoreException when there is no record that this version can read
   */
  public static Store open(Path dataFolder, StoreSettings settings, InstantSource clock) {
    SecureRandom random = new SecureRandom();
    PostgresDatabase database = new PostgresDatabase(settings.url(), settings.lockTimeout());
    PostgresSchema schema = new PostgresSchema(database, settings.url());
    schema.bringUpToDate();
    try {
      PepperFile pepper = new PepperFile(dataFolder);
      return SqlStore.open(
          database,
          settings,
          new SqlStore.World(
              clock,
              random,
              pepper.readOrMake(random, schema::hasKeys),
              new LedgerFile(dataFolder),
              FolderId.of(dataFolder, random)));
    } catch (IOException broken) {
      throw new StoreException(
          Code.UNAVAILABLE,
          dataFolder + " cannot be used, look at its disk and its rights: " + broken,
          broken);
    }
  }
}
