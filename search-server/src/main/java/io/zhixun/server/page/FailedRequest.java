package io.zhixun.server.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** What pages and console know alike of a request that failed. */
public final class FailedRequest {
  /** What can happen to any request. */
  public static final List<Integer> STATUSES = List.of(400, 404, 405, 413, 429, 500, 503);

  private FailedRequest() {}

  /** By which the log finds the request again: 「，编号 …」, or nothing. */
  public static String number(Context ctx) {
    return Optional.ofNullable(ctx.res().getHeader("X-Request-Id"))
        .map(id -> "，编号 " + id)
        .orElse("");
  }
}
