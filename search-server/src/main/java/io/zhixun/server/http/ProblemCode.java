package io.zhixun.server.http;

import io.zhixun.corpus.check.Problem;
import java.util.Locale;

/** Everything a request can be refused for: a closed list that clients can rely on. */
public enum ProblemCode {
  // What is wrong inside a body, a line or a query parameter; the names are those of the checks.
  NOT_JSON(400, "Not JSON"),
  MISSING(400, "Required value missing"),
  UNKNOWN_FIELD(400, "Unknown field"),
  UNKNOWN_PARAMETER(400, "Unknown query parameter"),
  WRONG_TYPE(400, "Wrong type"),
  NOT_ALLOWED(400, "Value not allowed"),
  OUT_OF_RANGE(400, "Value out of range"),
  TOO_LONG(400, "Value too long"),
  BLANK(400, "Value blank"),
  BAD_ID(400, "Not a valid identifier"),
  BAD_TIME(400, "Not a valid time"),
  BAD_TEXT(400, "Characters that cannot be accepted"),
  MALFORMED(400, "Malformed value"),
  DUPLICATE(400, "Value given twice"),
  INCONSISTENT(400, "Values that contradict each other"),
  BAD_ENCODING(400, "Broken percent-encoding or UTF-8"),
  BAD_CURSOR(400, "Cursor not valid"),
  BAD_REQUEST(400, "Not a valid HTTP request"),

  // Who asks.
  UNAUTHORIZED(401, "Key required"),
  FORBIDDEN(403, "Not allowed with this key"),

  // What is asked for.
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  CONFLICT(409, "Same id with other content"),
  NOT_UNDOABLE(409, "Cannot be taken back"),
  JOB_RUNNING(409, "Another job runs"),
  SNAPSHOT_UNUSABLE(409, "Snapshot cannot be served"),
  CURSOR_GONE(410, "Cursor outlived its snapshot"),
  VERSION_MISMATCH(412, "Changed meanwhile"),
  BODY_TOO_LARGE(413, "Body too large"),
  URI_TOO_LONG(414, "Address too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Content type not supported"),
  HEADERS_TOO_LARGE(431, "Headers too large"),

  // What the server can do at the moment.
  RATE_LIMITED(429, "Too many requests"),
  INTERNAL(500, "Internal error"),
  OVERLOADED(503, "Too much to do"),
  NOT_READY(503, "Not ready"),
  STORE_UNAVAILABLE(503, "Writes are not possible at the moment");

  private static final String TYPES = "https://zhixun.invalid/problems/";

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The address that names the problem: {@code …/problems/out-of-range}. */
  public String type() {
    return TYPES + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code of a broken rule: they have the same names. */
  static ProblemCode of(Problem.Code code) {
    return valueOf(code.name());
  }
}
