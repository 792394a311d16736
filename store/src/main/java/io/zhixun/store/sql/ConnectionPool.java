package io.zhixun.store.sql;

import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * A few reading connections, opened when first needed and handed out again and again. When one
 * could not be opened, those who come within a moment are told the same without another attempt: a
 * server that does not even refuse takes seconds to give up on, and many callers would wait in
 * line.
 */
final class ConnectionPool implements ConnectionFactory, AutoCloseable {
  private static final int WAIT_SECONDS = 30;
  private static final long RETRY_NANOS = 500_000_000;

  private final Database database;
  private final int size;
  private final Semaphore permits;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final Map<Connection, Integer> ages = new ConcurrentHashMap<>();
  private final AtomicInteger age = new AtomicInteger();
  private volatile Optional<Refusal> refusal = Optional.empty();
  private volatile boolean closed;

  /** A connection that could not be opened. */
  private record Refusal(SQLException why, long nanos) {}

  ConnectionPool(Database database, int size) {
    this.database = database;
    this.size = size;
    this.permits = new Semaphore(size, true);
  }

  @Override
  public Connection openConnection() throws SQLException {
    acquire();
    try {
      if (closed) {
        throw Writer.closedException();
      }
      Connection used = idle.pollFirst();
      return used == null ? open() : used;
    } catch (SQLException | RuntimeException failed) {
      permits.release();
      throw failed;
    }
  }

  private void acquire() {
    try {
      if (permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException(Code.UNAVAILABLE, "interrupted while waiting for a connection");
    }
    throw new StoreException(
        Code.OVERLOADED,
        "no reading connection became free in " + WAIT_SECONDS + " s: raise store.readers");
  }

  @Override
  public void closeConnection(Connection connection) {
    if (ages.getOrDefault(connection, -1) == age.get()) {
      idle.addFirst(connection);
    } else {
      drop(connection);
    }
    permits.release();
  }

  private Connection open() throws SQLException {
    Optional<Refusal> last = refusal;
    if (last.isPresent() && System.nanoTime() - last.get().nanos() < RETRY_NANOS) {
      SQLException why = last.get().why();
      throw new SQLException(why.getMessage(), why.getSQLState(), why);
    }
    int now = age.get();
    try {
      Connection connection = database.openReader();
      ages.put(connection, now);
      refusal = Optional.empty();
      return connection;
    } catch (SQLException failed) {
      refusal = Optional.of(new Refusal(failed, System.nanoTime()));
      throw failed;
    }
  }

  /**
   * Tells it, with each commit, that the server can be reached: reads need not wait before they try
   * again.
   */
  LongConsumer reachedWith(LongConsumer committed) {
    return seq -> {
      refusal = Optional.empty();
      committed.accept(seq);
    };
  }

  /** No connection that exists now is handed out again. */
  void discard() {
    age.incrementAndGet();
    for (Connection c = idle.pollFirst(); c != null; c = idle.pollFirst()) {
      drop(c);
    }
  }

  private void drop(Connection connection) {
    ages.remove(connection);
    try {
      connection.close();
    } catch (SQLException ignored) {
      // It is of no use any more, closed or not.
    }
  }

  /** Waits for the reads under way, then closes all connections. */
  @Override
  public void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    permits.acquireUninterruptibly(size);
    SQLException failure = null;
    for (Connection c = idle.pollFirst(); c != null; c = idle.pollFirst()) {
      try {
        c.close();
      } catch (SQLException failed) {
        failure = failed;
      }
    }
    permits.release(size);
    if (failure != null) {
      throw failure;
    }
  }
}
