package io.zhixun.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Optional;

/** Writes refusals as {@code application/problem+json} (RFC 9457). */
public final class Problems {
  static final String PROBLEM_JSON = "application/problem+json";

  /** Under which a request remembers what it was refused for. */
  private static final String CODE = Problems.class.getName();

  private Problems() {}

  /** Answers with a refusal. */
  public static void answer(Context ctx, ProblemException problem) {
    problem.headers().forEach(ctx::header);
    ctx.attribute(CODE, problem.code());
    ctx.status(problem.code().status())
        .contentType(PROBLEM_JSON)
        .result(Json.bytes(body(problem, ctx.path())));
  }

  /** What the request was refused for, if it was. */
  public static Optional<ProblemCode> code(Context ctx) {
    return Optional.ofNullable(ctx.attribute(CODE));
  }

  /**
   * The body of a refusal.
   *
   * @param instance the path that was asked for
   */
  static ObjectNode body(ProblemException problem, String instance) {
    ProblemCode code = problem.code();
    ObjectNode body =
        Json.object()
            .put("type", code.type())
            .put("title", code.title())
            .put("status", code.status())
            .put("code", code.name())
            .put("detail", problem.getMessage())
            .put("instance", instance);
    problem.pointer().ifPresent(pointer -> body.put("pointer", pointer));
    return body;
  }
}
