package io.zhixun.server.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.server.page.Frame.Head;
import java.net.URI;
import java.util.List;

/** How pages answer: with a page of their own, with words of apology, or with another address. */
record Answering(Html html, Site site, Visits visits) {
  /** Renders a template with its view. */
  void send(Context ctx, String template, Object view) {
    html.send(ctx, template, view);
  }

  /** Refuses in words. */
  void refuse(Context ctx, HttpStatus status, String heading, String text) {
    ctx.status(status);
    say(ctx, new Apology(Integer.toString(status.getCode()), heading, text));
  }

  void notFound(Context ctx) {
    ctx.status(HttpStatus.NOT_FOUND);
    apologise(ctx);
  }

  /** Answers a failure in words; callers of the API keep what they got, and a page stays itself. */
  void failed(Context ctx) {
    if (!Html.isSent(ctx) && !ctx.path().startsWith("/v1/")) {
      apologise(ctx);
    }
  }

  private void apologise(Context ctx) {
    say(ctx, Apology.BY_STATUS.get(ctx.statusCode()));
  }

  private void say(Context ctx, Apology words) {
    Frame frame =
        Frame.of(
            site,
            visits.withoutPortrait(ctx),
            Frame.Section.NONE,
            new Head(words.heading(), words.text(), false));
    List<Link> links =
        ctx.path().startsWith("/console/")
            ? List.of(new Link("回到编辑后台", "/console/items"))
            : List.of(new Link("回到首页", "/"), new Link("浏览全部内容", "/search"));
    html.send(
        ctx,
        "page/message",
        new MessageView(frame, words.code(), words.heading(), words.text(), links));
  }

  /** See Other, to an address on this site. */
  void redirect(Context ctx, String href) {
    ctx.redirect(URI.create(href).toASCIIString(), HttpStatus.SEE_OTHER);
  }
}
