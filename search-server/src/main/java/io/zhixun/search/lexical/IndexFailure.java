package io.zhixun.search.lexical;

import java.io.IOException;

/** The working copy of the index cannot be read or written any more. */
public final class IndexFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was being done. */
  public enum Code {
    OPEN,
    SEARCH,
    EDIT
  }

  private final Code code;

  IndexFailure(Code code, String message, IOException cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
