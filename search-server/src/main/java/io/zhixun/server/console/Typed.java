package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.search.pipeline.Requests;
import java.util.Optional;

/** What somebody typed into a field. */
final class Typed {
  private Typed() {}

  /** A value of the address, trimmed; empty when it is absent. */
  static String param(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
  }

  /** A value of a form, trimmed; empty when it is absent. */
  static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("").strip();
  }

  /** No longer than what can be searched. */
  static String query(String text) {
    return text.substring(0, Math.min(text.length(), Requests.MAX_QUERY));
  }
}
