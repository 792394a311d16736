package io.zhixun.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Turns views into HTML and sends it, with the headers that every page has. */
public final class Html {
  /** Nothing from elsewhere, nothing inline; checked in a browser by {@code end-to-end}. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final String TYPE = "text/html; charset=utf-8";

  /** Under which a request remembers that it was answered with a page. */
  private static final String SENT = Html.class.getName();

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cache-Control", "private, no-cache",
          "Vary", "Cookie, HX-Request");

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.zhixun.server");

  /** Renders {@code src/main/jte/<template>.jte} with its one parameter. */
  public void send(Context ctx, String template, Object view) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template + ".jte", view, output);
    HEADERS.forEach(ctx::header);
    ctx.contentType(TYPE).result(output.toByteArray());
    ctx.attribute(SENT, true);
  }

  /** Whether the answer is one of our pages, and nothing has failed since. */
  public static boolean isSent(Context ctx) {
    Boolean sent = ctx.attribute(SENT);
    String type = ctx.res().getContentType();
    return sent != null && type != null && type.startsWith("text/html");
  }
}
