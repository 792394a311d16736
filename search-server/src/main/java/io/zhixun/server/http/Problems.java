package io.zhixun.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** Writes refusals as {@code application/problem+json} (RFC 9457). */
public final class Problems {
  static final String PROBLEM_JSON = "application/problem+json";

  private Problems() {}

  /** Answers with a refusal. */
  public static void answer(Context ctx, ProblemException problem) {
    problem.headers().forEach(ctx::header);
    ctx.status(problem.code().status())
        .contentType(PROBLEM_JSON)
        .result(Json.bytes(body(problem, ctx.path())));
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
