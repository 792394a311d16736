package io.zhixun.server.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.check.RuleCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.search.lexical.Facet;
import io.zhixun.server.page.wording.Labels;
import io.zhixun.store.Audit;
import io.zhixun.store.Change;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** {@code /console/log}: who did what, with before and after; rules are undone from here. */
final class LogPage {
  private static final int SIZE = 50;
  private static final int SHOWN = 120;
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("item", "保存内容"),
          Map.entry("item-deleted", "删除内容"),
          Map.entry("rule", "发布规则"),
          Map.entry("rule-deleted", "停用规则"),
          Map.entry("term", "加入词表"),
          Map.entry("term-deleted", "移出词表"),
          Map.entry("signed-in", "登录"),
          Map.entry("signed-out", "退出"),
          Map.entry("imported", "批量导入"),
          Map.entry("import-undone", "撤销导入"),
          Map.entry("reindex-started", "开始重建索引"),
          Map.entry("reindex-cancelled", "取消重建索引"),
          Map.entry("snapshot-activated", "启用快照"));

  private final Frames frames;
  private final ConsoleSources sources;
  private final ZoneId zone;

  LogPage(Frames frames, ConsoleSources sources, ZoneId zone) {
    this.frames = frames;
    this.sources = sources;
    this.zone = zone;
  }

  /** One field that is other than before. */
  record Changed(String label, String before, String after) {}

  record Row(
      long id,
      String at,
      String who,
      String action,
      Optional<Link> link,
      String subject,
      List<Changed> changes,
      boolean undoable) {}

  record View(Frame frame, List<Row> rows, Optional<String> older) {}

  void get(Context ctx, Desk desk) {
    String before = Optional.ofNullable(ctx.queryParam("before")).orElse("");
    long id = before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE;
    List<Audit.Done> found = sources.store().audit().before(id, SIZE + 1);
    List<Row> rows = found.stream().limit(SIZE).map(this::row).toList();
    Optional<String> older =
        found.size() > SIZE
            ? Optional.of("/console/log?before=" + rows.getLast().id())
            : Optional.empty();
    frames.send(ctx, "log", new View(frames.of(desk, Frame.Tab.LOG, "操作记录"), rows, older));
  }

  private Row row(Audit.Done done) {
    String action = done.what().action();
    String subject = done.what().subject();
    boolean isRule = action.startsWith("rule");
    Optional<Link> link =
        action.equals("item")
            ? Optional.of(new Link(subject, "/console/items/" + Frames.encode(subject)))
            : action.equals("imported")
                ? Optional.of(new Link(subject, "/console/batches/" + Frames.encode(subject)))
                : Optional.empty();
    return new Row(
        done.id(),
        Words.minute(done.at(), zone),
        done.who().replace("account ", ""),
        action(done),
        link,
        subject,
        changes(done),
        isRule);
  }

  /** What was done; lines of word lists by their list. */
  private static String action(Audit.Done done) {
    String action = done.what().action();
    String list =
        json(done.after())
            .or(() -> json(done.before()))
            .map(node -> text(Optional.of(node), "list"))
            .orElse("");
    return switch (list) {
      case "HANDLED" -> action.equals("term") ? "处理搜索词" : "放回待改进搜索";
      case "WATCHED" -> action.equals("term") ? "加入对比用的搜索词" : "移出对比用的搜索词";
      default -> ACTIONS.getOrDefault(action, action);
    };
  }

  private static List<Changed> changes(Audit.Done done) {
    Optional<JsonNode> before = json(done.before());
    Optional<JsonNode> after = json(done.after());
    if (before.isEmpty() && after.isEmpty()) {
      return done.after().filter(text -> !text.isEmpty()).stream()
          .map(text -> new Changed("说明", "", text))
          .toList();
    }
    TreeSet<String> names = new TreeSet<>();
    before.ifPresent(node -> node.fieldNames().forEachRemaining(names::add));
    after.ifPresent(node -> node.fieldNames().forEachRemaining(names::add));
    List<Changed> changes = new ArrayList<>();
    for (String name : names) {
      String was = text(before, name);
      String is = text(after, name);
      if (!was.equals(is)) {
        changes.add(new Changed(ProblemWords.field("/" + name), was, is));
      }
    }
    return changes;
  }

  private static Optional<JsonNode> json(Optional<String> content) {
    return content
        .filter(text -> text.startsWith("{"))
        .flatMap(text -> StrictJson.read(text).valid());
  }

  private static String text(Optional<JsonNode> node, String name) {
    JsonNode value = node.map(one -> one.path(name)).orElse(null);
    String text =
        value == null || value.isMissingNode()
            ? ""
            : value.isTextual() ? named(name, value.asText()) : plain(value);
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  /** The Chinese name of a value that has one. */
  private static String named(String field, String value) {
    return switch (field) {
      case "format" -> Labels.of(Facet.FORMAT, value);
      case "level" -> Labels.of(Facet.LEVEL, value);
      case "access" -> Labels.of(Facet.ACCESS, value);
      case "language" -> Labels.of(Facet.LANGUAGE, value);
      case "status" ->
          Arrays.stream(Item.Status.values())
              .filter(status -> status.name().equals(value))
              .findFirst()
              .map(Words::of)
              .orElse(value);
      default -> value;
    };
  }

  private static String plain(JsonNode value) {
    if (value.isArray()) {
      List<String> entries = new ArrayList<>();
      value.forEach(entry -> entries.add(entry.isTextual() ? entry.asText() : plain(entry)));
      return String.join("、", entries);
    }
    if (value.isObject()) {
      List<String> entries = new ArrayList<>();
      value
          .properties()
          .forEach(
              entry ->
                  entries.add(
                      ProblemWords.field("/" + entry.getKey())
                          + " "
                          + (entry.getValue().isTextual()
                              ? entry.getValue().asText()
                              : plain(entry.getValue()))));
      return String.join("，", entries);
    }
    return value.asText();
  }

  /** {@code POST /console/log/{id}/undo}: a rule is again what it was before that entry. */
  void undo(Context ctx, Desk desk) {
    String number = ctx.pathParam("id");
    Optional<Audit.Done> done =
        number.matches("[1-9][0-9]{0,17}")
            ? sources.store().audit().before(Long.parseLong(number) + 1, 1).stream()
                .filter(one -> Long.toString(one.id()).equals(number))
                .filter(one -> one.what().action().startsWith("rule"))
                .findFirst()
            : Optional.empty();
    if (done.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    Optional<Rule> before = json(done.get().before()).flatMap(node -> RuleCheck.read(node).valid());
    boolean wasNothing = done.get().before().isEmpty();
    if (before.isEmpty() && !wasNothing) {
      frames.say(
          ctx,
          desk,
          HttpStatus.CONFLICT,
          new Frames.Message("没法撤销", "原来的内容已经不再保留。", List.of(new Link("回到操作记录", "/console/log"))));
      return;
    }
    Change change =
        before
            .<Change>map(Change.PutRule::new)
            .orElseGet(() -> new Change.DeleteRule(done.get().what().subject()));
    sources.live().accept(List.of(change), desk.origin());
    Frames.redirect(ctx, "/console/rules?done=undone");
  }
}
