package io.zhixun.server.http;

import io.zhixun.corpus.check.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A request is refused; {@link Problems} turns this into the answer. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final String pointer;
  private final transient Map<String, String> headers;

  private ProblemException(
      ProblemCode code, String detail, String pointer, Map<String, String> headers) {
    // No stack trace: refusing is an ordinary answer, and must stay cheap under a flood of them.
    super(detail, null, false, false);
    this.code = code;
    this.pointer = pointer;
    this.headers = Map.copyOf(headers);
  }

  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, "", Map.of());
  }

  /**
   * A refusal that names its place.
   *
   * @param pointer the field, parameter or header that is meant, as a JSON pointer
   */
  public static ProblemException at(String pointer, ProblemCode code, String detail) {
    return new ProblemException(code, detail, pointer, Map.of());
  }

  /** A broken rule of a body, as the answer to the whole request. */
  public static ProblemException of(Problem problem) {
    return at(problem.pointer(), ProblemCode.of(problem.code()), problem.detail());
  }

  /** A refusal that may not hold for long. */
  public static ProblemException retryAfter(long seconds, ProblemCode code, String detail) {
    return new ProblemException(code, detail).with("Retry-After", Long.toString(seconds));
  }

  /** The same refusal with one more header in its answer. */
  public ProblemException with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new ProblemException(code, getMessage(), pointer, more);
  }

  public ProblemCode code() {
    return code;
  }

  public Optional<String> pointer() {
    return pointer.isEmpty() ? Optional.empty() : Optional.of(pointer);
  }

  Map<String, String> headers() {
    return headers;
  }
}
