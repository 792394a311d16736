package io.zhixun.server.page;

import java.util.Map;

/**
 * What is said when a page cannot be shown.
 *
 * @param code as large as life: 404
 */
record Apology(String code, String heading, String text) {
  private static final Apology NOT_FOUND = new Apology("404", "这一页不在书架上", "它可能已经下架，也可能是地址写错了。");

  /** For what can happen to any request. */
  static final Map<Integer, Apology> BY_STATUS =
      Map.of(
          404, NOT_FOUND,
          405, NOT_FOUND,
          429, new Apology("429", "点得太快了", "歇几秒钟，再试一次。"),
          500, new Apology("500", "我们这边出了点问题", "问题已经记录下来。稍等片刻再试一次。"),
          503, new Apology("503", "马上就好", "服务正在准备或者太忙。稍等片刻，刷新这一页。"));
}
