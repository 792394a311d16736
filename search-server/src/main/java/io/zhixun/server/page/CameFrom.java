package io.zhixun.server.page;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a request was made, and from where. */
public final class CameFrom {
  private CameFrom() {}

  /**
   * The address of the page that sent it, as far as that is one of ours and the browser says so.
   */
  public static Optional<String> of(Context ctx) {
    try {
      URI referer = new URI(Optional.ofNullable(ctx.header("Referer")).orElse(""));
      String path = Optional.ofNullable(referer.getRawPath()).orElse("");
      boolean isOurs = path.startsWith("/") && !path.startsWith("//");
      if (!isOurs
          || !Optional.ofNullable(ctx.host())
              .equals(Optional.ofNullable(referer.getRawAuthority()))) {
        return Optional.empty();
      }
      return Optional.of(
          Optional.ofNullable(referer.getRawQuery()).map(query -> path + "?" + query).orElse(path));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The address that was asked for. */
  public static String here(Context ctx) {
    String query = ctx.queryString();
    return query == null || query.isEmpty() ? ctx.path() : ctx.path() + "?" + query;
  }
}
