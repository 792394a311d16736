package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.server.page.Assets;
import io.zhixun.server.page.Html;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes frames and sends pages. */
final class Frames {
  private static final Map<String, String> DONE =
      Map.ofEntries(
          Map.entry("saved", "已保存，学员马上就能看到。"),
          Map.entry("unchanged", "没有改动，什么也没有保存。"),
          Map.entry("status", "状态已更新。"),
          Map.entry("restored", "已恢复成那一版，作为新的一版保存。"),
          Map.entry("undone", "已撤销。"),
          Map.entry("published", "规则已发布，从下一次搜索起生效。"),
          Map.entry("ended", "规则已停用，从下一次搜索起不再生效。"),
          Map.entry("synonym", "同义词已保存，从下一次搜索起生效。"),
          Map.entry("word", "领域词已保存，下次重建索引并启用后生效。"),
          Map.entry("removed", "已从词表中删除。"),
          Map.entry("imported", "导入完成。"),
          Map.entry("activated", "已启用，学员的搜索和推荐从现在起由它回答。"),
          Map.entry("started", "已经开始重建。这期间编辑和搜索都照常。"),
          Map.entry("cancelled", "已请求取消，进行到下一步时停止。"),
          Map.entry("counted", "已重新统计。"),
          Map.entry("missing", "已记为缺内容，从待办里移出。"),
          Map.entry("dismissed", "已从待办里移出。"),
          Map.entry("back", "已放回待办。"),
          Map.entry("watched", "对比用的搜索词已保存，下次对比排序时会用上。"),
          Map.entry("signed-out", "你已退出登录。"));

  private static final Map<String, String> NOT_DONE =
      Map.of(
          "busy", "已经有一次重建在进行，等它结束或者取消它。",
          "meanwhile", "别人刚刚保存过这条内容，状态没有改动。看过现在的样子，再决定要不要改。");

  private final Html html = new Html();
  private final Frame.Addresses addresses;

  Frames() {
    Assets assets = new Assets();
    this.addresses =
        new Frame.Addresses(
            assets.address("zhixun.css"),
            assets.address("console.css"),
            assets.address("console.js"),
            assets.address("icon.svg"));
  }

  Frame of(Desk desk, Frame.Tab tab, String title) {
    Optional<Frame.Note> note =
        desk.done()
            .map(DONE::get)
            .map(Frame.Note::good)
            .or(() -> desk.done().map(NOT_DONE::get).map(Frame.Note::bad));
    return new Frame(title, tab, desk.account(), desk.token(), note, addresses);
  }

  void send(Context ctx, String template, Object view) {
    html.send(ctx, "console/" + template, view);
    ctx.header("Cache-Control", "no-store");
  }

  /** A page that has only something to say. */
  void say(Context ctx, Desk desk, HttpStatus status, Message message) {
    ctx.status(status);
    send(ctx, "message", new MessageView(of(desk, Frame.Tab.NONE, message.heading()), message));
  }

  /**
   * @param again a form that can be sent once more, if there is one
   * @param links label by address
   */
  record Message(String heading, String text, Optional<Again> again, List<Link> links) {
    Message {
      links = List.copyOf(links);
    }

    Message(String heading, String text, List<Link> links) {
      this(heading, text, Optional.empty(), links);
    }
  }

  /**
   * @param label of the button
   * @param danger whether it undoes what somebody did
   */
  record Again(Kept form, String label, boolean danger) {
    Again(Kept form, String label) {
      this(form, label, false);
    }
  }

  record MessageView(Frame frame, Message message) {}

  void notFound(Context ctx, Desk desk) {
    say(
        ctx,
        desk,
        HttpStatus.NOT_FOUND,
        new Message("没有找到", "它可能已经被删除，也可能是地址写错了。", List.of(new Link("回到内容列表", "/console/items"))));
  }

  /** See Other, to an address of the console. */
  static void redirect(Context ctx, String href) {
    ctx.redirect(URI.create(href).toASCIIString(), HttpStatus.SEE_OTHER);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
