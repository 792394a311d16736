package io.zhixun.server.job;

/** A job cannot be started. */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as a closed list. */
  public enum Code {
    /** Another job runs; its name is in the message. */
    BUSY,
    /** The server stops. */
    CLOSING
  }

  private final Code code;

  JobException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
