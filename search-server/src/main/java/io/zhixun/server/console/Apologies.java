package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.zhixun.server.console.Frames.Again;
import io.zhixun.server.console.Frames.Message;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.Problems;
import io.zhixun.server.page.CameFrom;
import io.zhixun.server.page.FailedRequest;
import io.zhixun.server.page.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the console says when it does not do what was asked. What somebody typed is never lost by
 * it: the page carries the form, and sends it again.
 */
final class Apologies {
  private static final Link HOME = new Link("回到内容列表", "/console/items");

  private final Frames frames;
  private final Guard guard;
  private final SignInPage signIn;

  Apologies(Frames frames, Guard guard, SignInPage signIn) {
    this.frames = frames;
    this.guard = guard;
    this.signIn = signIn;
  }

  /** Somebody is stopped at the door. */
  void refuse(Context ctx, Desk desk, Guard.Stop why) {
    switch (why) {
      case SIGNED_OUT -> signIn.expired(ctx, desk, kept(ctx, desk));
      case NOT_ALLOWED ->
          frames.say(
              ctx, desk, HttpStatus.FORBIDDEN, new Message("没有权限", "这一页需要管理员。", List.of(HOME)));
      case FORGED -> forged(ctx, desk);
    }
  }

  private void forged(Context ctx, Desk desk) {
    if (desk.account().isEmpty()) {
      signIn.stale(ctx, desk);
      return;
    }
    Optional<Kept> kept = kept(ctx, desk);
    String text =
        kept.isPresent()
            ? "这一页打开之后，你重新登录过，所以刚才的操作没有执行。填过的内容都在，确认之后再提交一次。"
            : "这个请求不是从后台页面发出的，或者页面已经过期。请回到页面刷新后再试。";
    frames.say(
        ctx,
        desk,
        HttpStatus.FORBIDDEN,
        new Message("没有执行", text, kept.map(form -> new Again(form, "再提交一次")), List.of(HOME)));
  }

  /** The form, unless another site may have sent it. */
  private Optional<Kept> kept(Context ctx, Desk desk) {
    return guard.isOwn(ctx) ? Kept.of(ctx, desk.token()) : Optional.empty();
  }

  /** Something went wrong on the way to an answer. */
  void failed(Context ctx) {
    if (Html.isSent(ctx) || !ctx.path().startsWith("/console")) {
      return;
    }
    Desk desk = guard.asked(ctx);
    HttpStatus status = HttpStatus.forStatus(ctx.statusCode());
    boolean maybeLater = ctx.statusCode() >= 500 || ctx.statusCode() == 429;
    Optional<Kept> kept =
        maybeLater && guard.isOwn(ctx) ? Kept.of(ctx, presented(ctx)) : Optional.empty();
    frames.say(ctx, desk, status, message(ctx, kept));
  }

  /** The token that came with the form: whoever could not be asked who they are keeps it. */
  private static String presented(Context ctx) {
    try {
      return Optional.ofNullable(ctx.formParam(Guard.TOKEN)).orElse("");
    } catch (RuntimeException unreadable) {
      return "";
    }
  }

  private static Message message(Context ctx, Optional<Kept> kept) {
    return switch (ctx.statusCode()) {
      case 413 ->
          new Message(
              "内容太大，没有收下",
              "一个文件最多 16 MB，粘贴的内容最多 1 MB。请分成几次，或者请管理员在服务器上运行 zhixun import。",
              List.of(new Link("回到批量导入", "/console/import"), HOME));
      case 500 -> again(ctx, "我们这边出了点问题", "问题已经记录下来" + FailedRequest.number(ctx) + "。", kept);
      case 503 -> unavailable(ctx, kept);
      case 429 -> again(ctx, "操作太快了", "歇几秒钟。", kept);
      case 400 -> new Message("这个地址读不懂", "地址可能没有复制完整。", List.of(HOME));
      default ->
          new Message("没有这一页", "地址可能写错了，也可能已经被删除。", List.of(new Link("回到编辑后台", "/console/items")));
    };
  }

  private static Message unavailable(Context ctx, Optional<Kept> kept) {
    Optional<ProblemCode> why = Problems.code(ctx);
    if (why.equals(Optional.of(ProblemCode.NOT_READY))) {
      return new Message(
          "还没有可用的索引",
          "先导入内容，再重建一次索引：学员就能搜索，这一页也就有内容了。",
          List.of(new Link("导入内容", "/console/import"), new Link("重建索引", "/console/reindex")));
    }
    return why.equals(Optional.of(ProblemCode.STORE_UNAVAILABLE))
        ? again(ctx, "暂时连不上数据库", "学员的搜索和浏览照常，只是现在看不了、也改不了后台的记录。", kept)
        : again(ctx, "现在人有点多", "服务正忙，歇几秒钟。", kept);
  }

  private static Message again(Context ctx, String heading, String text, Optional<Kept> kept) {
    List<Link> links = new ArrayList<>();
    boolean isForm = ctx.method().equals(HandlerType.POST);
    if (!isForm) {
      links.add(new Link("再试一次", CameFrom.here(ctx)));
    } else if (kept.isEmpty()) {
      CameFrom.of(ctx).ifPresent(page -> links.add(new Link("回到上一页", page)));
    }
    links.add(HOME);
    String advice =
        !isForm ? "稍等片刻再试一次。" : kept.isPresent() ? "填过的内容都在，稍等片刻再提交一次。" : "刚才的操作没有完成，请稍后再做一次。";
    return new Message(heading, text + advice, kept.map(form -> new Again(form, "再提交一次")), links);
  }
}
