package io.zhixun.search.pipeline;

/** A cursor cannot be continued; the code says why. */
public final class CursorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Code {
    /** Not one of ours, or altered, or of another request. */
    BAD_CURSOR,
    /** Its snapshot is gone: start again from the first page. */
    CURSOR_GONE
  }

  private final Code code;

  public CursorException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
