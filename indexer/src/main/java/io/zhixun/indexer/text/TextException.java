package io.zhixun.indexer.text;

/** Texts cannot be encoded here. */
public final class TextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;

  /** What is wrong. */
  public enum Code {
    /** The model or the runtime for this machine is missing or cannot be loaded. */
    NO_MODEL,
    /** The runtime refused a text. */
    FAILED,
    /** The file of vectors cannot be read or written. */
    CACHE
  }

  TextException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
