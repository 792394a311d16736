package io.zhixun.server.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.Problems;
import java.util.Optional;

/**
 * What is said when a page cannot be shown.
 *
 * @param code as large as life: 404
 * @param passing whether another try may help
 */
record Apology(String code, String heading, String text, boolean passing) {
  /** What is said of the failure that a request is answered with. */
  static Apology of(Context ctx) {
    return switch (ctx.statusCode()) {
      case 400 -> lasting("400", "这个地址读不懂", "地址可能没有复制完整。从首页或者搜索开始，总能找到要找的。");
      case 413 -> lasting("413", "内容太大了", "提交的内容超过了上限，没有保存。");
      case 429 -> passing("429", "点得太快了", "歇几秒钟，再试一次。");
      case 500 ->
          passing("500", "我们这边出了点问题", "问题已经记录下来" + FailedRequest.number(ctx) + "。稍等片刻再试一次。");
      case 503 -> unavailable(ctx);
      default -> lasting("404", "这一页不在书架上", "它可能已经下架，也可能是地址写错了。");
    };
  }

  private static Apology unavailable(Context ctx) {
    Optional<ProblemCode> why = Problems.code(ctx);
    if (why.equals(Optional.of(ProblemCode.NOT_READY))) {
      return passing("503", "书架正在布置", "内容还没有准备好，过一会儿再来看看。");
    }
    if (!why.equals(Optional.of(ProblemCode.STORE_UNAVAILABLE))) {
      return passing("503", "现在人有点多", "服务正忙，歇几秒钟，再试一次。");
    }
    return ctx.method().equals(HandlerType.GET)
        ? passing("503", "这一页暂时打不开", "保存记录的地方暂时连不上。搜索和浏览照常，这一页请稍后再看。")
        : passing("503", "没有保存成功", "保存记录的地方暂时连不上，刚才的操作没有生效。稍等片刻，回到上一页再试一次。");
  }

  private static Apology passing(String code, String heading, String text) {
    return new Apology(code, heading, text, true);
  }

  static Apology lasting(String code, String heading, String text) {
    return new Apology(code, heading, text, false);
  }
}
