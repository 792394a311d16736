package io.zhixun.server.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.zhixun.server.page.Frame.Head;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How pages answer: with a page of their own, with words of apology, or with another address. */
record Answering(Html html, Site site, Visits visits) {
  /** The most characters of a query that are shown again. */
  private static final int KEPT = 1_000;

  /** Renders a template with its view. */
  void send(Context ctx, String template, Object view) {
    html.send(ctx, template, view);
  }

  /** Refuses in words. */
  void refuse(Context ctx, HttpStatus status, String heading, String text) {
    ctx.status(status);
    say(ctx, Apology.lasting(Integer.toString(status.getCode()), heading, text));
  }

  void notFound(Context ctx) {
    ctx.status(HttpStatus.NOT_FOUND);
    say(ctx, Apology.of(ctx));
  }

  /**
   * Answers a failure in words; callers of the API keep what they got, a page stays itself, and the
   * console speaks for itself.
   */
  void failed(Context ctx) {
    boolean isElsewhere = ctx.path().startsWith("/v1/") || ctx.path().startsWith("/console");
    if (!Html.isSent(ctx) && !isElsewhere) {
      say(ctx, Apology.of(ctx));
    }
  }

  private void say(Context ctx, Apology words) {
    Frame frame =
        Frame.of(
                site,
                visits.withoutPortrait(ctx),
                Frame.Section.NONE,
                new Head(words.heading(), words.text(), false))
            .withQuery(typed(ctx));
    html.send(
        ctx,
        "page/message",
        new MessageView(frame, words.code(), words.heading(), words.text(), onward(ctx, words)));
  }

  /** What stood in the search box, so that it can be mended. */
  private static String typed(Context ctx) {
    String typed = Optional.ofNullable(ctx.queryParamMap().get("q")).map(List::getFirst).orElse("");
    return ctx.path().equals("/search") ? typed.substring(0, Math.min(typed.length(), KEPT)) : "";
  }

  private static List<Link> onward(Context ctx, Apology words) {
    List<Link> links = new ArrayList<>();
    if (ctx.method().equals(HandlerType.POST)) {
      CameFrom.of(ctx).ifPresent(path -> links.add(new Link("回到上一页", path)));
    } else if (words.passing()) {
      links.add(new Link("再试一次", CameFrom.here(ctx)));
    }
    links.add(new Link("回到首页", "/"));
    links.add(new Link("浏览全部内容", "/search"));
    return links;
  }

  /** See Other, to an address on this site. */
  void redirect(Context ctx, String href) {
    ctx.redirect(URI.create(href).toASCIIString(), HttpStatus.SEE_OTHER);
  }
}
