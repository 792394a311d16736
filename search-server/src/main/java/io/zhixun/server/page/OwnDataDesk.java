package io.zhixun.server.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.zhixun.corpus.UserId;
import io.zhixun.server.page.Learners.Portrait;
import io.zhixun.server.page.OwnDataPage.Part;
import io.zhixun.server.page.Pages.Registrar;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The addresses under which a learner sees, takes along and takes back what is kept. All of them
 * are forms and links; what changes anything must come from one of our own pages.
 */
final class OwnDataDesk {
  private final Answering answering;
  private final Session session;
  private final OwnData data;
  private final OwnDataPage page;

  OwnDataDesk(Answering answering, Session session, OwnData data, OwnDataPage page) {
    this.answering = answering;
    this.session = session;
    this.data = data;
    this.page = page;
  }

  void register(Registrar router) {
    router.add(HandlerType.GET, OwnDataPage.HOME, this::show);
    router.add(HandlerType.POST, OwnDataPage.HOME, this::change);
    router.add(HandlerType.GET, "/me/history", this::history);
    router.add(HandlerType.GET, "/me/export", this::export);
    router.add(HandlerType.GET, "/me/erase", this::ask);
    router.add(HandlerType.POST, "/me/erase", this::erase);
  }

  /** What a learner's visit is answered with. */
  @FunctionalInterface
  private interface Answer {
    void to(Visit visit, UserId learner) throws IOException;
  }

  private void forLearner(Context ctx, Answer answer) throws IOException {
    Visit visit = answering.visits().of(ctx);
    Optional<UserId> learner = visit.person().user();
    if (learner.isEmpty() && ctx.method().equals(HandlerType.GET)) {
      answering.send(ctx, "page/ownGuest", page.guest(visit));
    } else if (learner.isEmpty()) {
      answering.refuse(ctx, HttpStatus.FORBIDDEN, "先选择一位学习者", "访客没有被保存的数据。");
    } else if (ctx.method().equals(HandlerType.POST) && !answering.visits().isOwn(ctx)) {
      answering.refuse(ctx, HttpStatus.FORBIDDEN, "请在本站操作", "这个请求来自别的网站，没有执行。");
    } else {
      answer.to(visit, learner.get());
    }
  }

  private static Optional<String> done(Context ctx) {
    return Optional.ofNullable(ctx.queryParam("done"));
  }

  private void show(Context ctx) throws IOException {
    forLearner(
        ctx,
        (visit, learner) ->
            answering.send(ctx, "page/ownData", page.view(visit, learner, done(ctx))));
  }

  private void change(Context ctx) throws IOException {
    forLearner(
        ctx,
        (visit, learner) -> {
          Optional<OwnDataForm> form = OwnDataForm.of(ctx.formParamMap());
          if (form.isEmpty()) {
            answering.refuse(ctx, HttpStatus.BAD_REQUEST, "没有看懂这个操作", "返回上一页刷新后再试。");
            return;
          }
          form.get().carryOut(data, learner, tagsInUse(visit));
          answering.redirect(ctx, form.get().next());
        });
  }

  private static List<String> tagsInUse(Visit visit) {
    return visit
        .portrait()
        .map(Portrait::tastes)
        .map(tastes -> tastes.positiveTags())
        .orElse(List.of());
  }

  private void history(Context ctx) throws IOException {
    String before = Optional.ofNullable(ctx.queryParam("before")).orElse("");
    long below = before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE;
    Part part = new Part(below, ctx.queryParam("all") != null);
    forLearner(
        ctx,
        (visit, learner) ->
            answering.send(ctx, "page/ownHistory", page.history(visit, learner, part, done(ctx))));
  }

  private void export(Context ctx) throws IOException {
    forLearner(
        ctx,
        (_, learner) -> {
          ctx.header("Content-Disposition", "attachment; filename=\"zhixun-data.ndjson\"");
          ctx.header("Cache-Control", "no-store");
          ctx.header("X-Content-Type-Options", "nosniff");
          ctx.contentType("application/x-ndjson");
          data.export(learner, ctx.outputStream());
        });
  }

  private void ask(Context ctx) throws IOException {
    forLearner(ctx, (visit, _) -> answering.send(ctx, "page/ownErase", page.erase(visit, false)));
  }

  private void erase(Context ctx) throws IOException {
    forLearner(
        ctx,
        (visit, learner) -> {
          if (!"yes".equals(ctx.formParam("sure"))) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            answering.send(ctx, "page/ownErase", page.erase(visit, true));
            return;
          }
          Optional<OwnData.Receipt> receipt = data.erase(learner);
          session.leave(ctx);
          if (receipt.isEmpty()) {
            answering.refuse(ctx, HttpStatus.NOT_FOUND, "没有需要清除的数据", "知寻没有保存关于你的任何数据。");
            return;
          }
          ctx.header("Cache-Control", "no-store");
          answering.send(ctx, "page/ownErased", page.erased(visit.asNobody(), receipt.get()));
        });
  }
}
