package io.zhixun.ranking.persist;

/** Learned data cannot be read. The code is stable and goes to logs and exit messages. */
public final class SegmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as a closed list. */
  public enum Code {
    /** A segment that the others refer to is not there. */
    MISSING,
    /** Not ours, of another kind, or of a format version that this code does not read. */
    WRONG_FORMAT,
    /** Ours, but its content contradicts itself. */
    DAMAGED
  }

  private final Code code;

  private SegmentException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public static SegmentException missing(String name) {
    return new SegmentException(Code.MISSING, "segment " + name + " is missing");
  }

  public static SegmentException wrongFormat(String name, String detail) {
    return new SegmentException(Code.WRONG_FORMAT, "segment " + name + ": " + detail);
  }

  public static SegmentException damaged(String name, String detail) {
    return new SegmentException(Code.DAMAGED, "segment " + name + ": " + detail);
  }

  public Code code() {
    return code;
  }
}
