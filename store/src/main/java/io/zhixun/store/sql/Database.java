package io.zhixun.store.sql;

import io.zhixun.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What differs between databases. Implementations are safe for many threads. */
public interface Database {

  /**
   * A new connection for the thread that writes, in auto-commit mode: transactions are begun by
   * {@link #beginWrite}.
   */
  Connection openWriter() throws SQLException;

  /** A new connection that cannot write. */
  Connection openReader() throws SQLException;

  /**
   * Begins a transaction that holds the lock of all writers, so that the order of commits is the
   * order of sequence numbers. Waits for other processes as long as the settings say.
   */
  void beginWrite(Connection writer) throws SQLException;

  /** Called after each write transaction, which held the lock for so long. */
  void afterWrite(Duration held);

  /** Begins a transaction all of whose reads see the same state. */
  void beginSnapshot(Connection reader) throws SQLException;

  /** Ends what {@link #beginSnapshot} began. */
  void endSnapshot(Connection reader) throws SQLException;

  /** A condition's right side that reads "is one of the JSON array of texts that is bound here". */
  String inTexts();

  /** What a failure means to a caller, and what can be done. */
  StoreException explain(SQLException failure);

  /** Whether a failure is about one row, with the transaction around it still good. */
  boolean isAboutOneRow(SQLException failure);

  /** Whether the connection is of no use any more, and a new one may be. */
  boolean isLost(SQLException failure);
}
