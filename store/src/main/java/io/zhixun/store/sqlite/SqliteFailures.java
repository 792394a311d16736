package io.zhixun.store.sqlite;

import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What SQLite's failures mean.
 *
 * <p>Source: <a href="https://www.sqlite.org/rescode.html">Result and Error Codes</a>.
 */
final class SqliteFailures {
  private static final int PRIMARY = 0xff;
  private static final long NO_ROOM_BYTES = 1 << 20;

  private final Path folder;

  SqliteFailures(Path folder) {
    this.folder = folder;
  }

  StoreException explain(SQLException failure) {
    return switch (primary(failure)) {
      case SQLITE_FULL -> full(failure);
      case SQLITE_IOERR -> isFull() ? full(failure) : unavailable(failure);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> readOnly(failure);
      case SQLITE_CANTOPEN -> Files.isWritable(folder) ? unavailable(failure) : readOnly(failure);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new StoreException(
              Code.LOCKED,
              "another process keeps writing to " + folder + ": try again, or end that process",
              failure);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          new StoreException(
              Code.DAMAGED,
              folder.resolve(SqliteDatabase.FILE)
                  + " is damaged or no database: move it away and restore a backup",
              failure);
      case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH ->
          new StoreException(
              Code.REFUSED,
              "the database refused a row of this call, nothing of the call was kept: "
                  + failure.getMessage(),
              failure);
      default -> unavailable(failure);
    };
  }

  private StoreException full(SQLException failure) {
    return new StoreException(
        Code.FULL,
        "no room left for " + folder + ": free some and send the change again; reads go on",
        failure);
  }

  private StoreException readOnly(SQLException failure) {
    return new StoreException(
        Code.READ_ONLY,
        folder + " cannot be written: allow it and open the store again; reads go on",
        failure);
  }

  private StoreException unavailable(SQLException failure) {
    return new StoreException(
        Code.UNAVAILABLE,
        folder + " cannot be used, look at its disk and its rights: " + failure.getMessage(),
        failure);
  }

  private boolean isFull() {
    try {
      return Files.getFileStore(folder).getUsableSpace() < NO_ROOM_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  static boolean isLocked(SQLException failure) {
    SQLiteErrorCode code = primary(failure);
    return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
  }

  /** These leave the transaction as it was before the statement; others may have ended it. */
  static boolean isAboutOneRow(SQLException failure) {
    return switch (primary(failure)) {
      case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH -> true;
      default -> false;
    };
  }

  private static SQLiteErrorCode primary(SQLException failure) {
    return failure instanceof SQLiteException sqlite
        ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
