package io.zhixun.store;

/**
 * The record cannot do what was asked. What was acknowledged before is not touched by it; of the
 * call that failed, nothing counts.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as a closed list; the message says what to do. */
  public enum Code {
    /** No room left on the disk: writes are refused, reads go on. */
    FULL,
    /** The folder or the database may not be written: writes are refused, reads go on. */
    READ_ONLY,
    /** Another process kept the database locked for longer than the settings allow. */
    LOCKED,
    /** More callers wait than the settings allow. */
    OVERLOADED,
    /** The database refused a row of this call. */
    REFUSED,
    /** Changes that were asked for are not kept any more: start from a newer snapshot. */
    PRUNED,
    /** What is in the database or beside it cannot be what was written. */
    DAMAGED,
    /** A newer version of this software made the database. */
    NEWER_SCHEMA,
    /** The database cannot be reached or opened. */
    UNAVAILABLE,
    /** The store was closed. */
    CLOSED
  }

  private final Code code;

  public StoreException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public StoreException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
