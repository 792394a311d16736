package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.Problem;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.server.editing.RuleLint;
import io.zhixun.server.editing.Trials;
import io.zhixun.store.Change;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /console/rules}: what editors want done with certain items in certain answers. */
final class RulesPage {
  private static final int SHOWN = 10;

  private final Frames frames;
  private final ConsoleSources sources;
  private final ZoneId zone;

  RulesPage(Frames frames, ConsoleSources sources, ZoneId zone) {
    this.frames = frames;
    this.sources = sources;
    this.zone = zone;
  }

  /** One rule in the list. */
  record Row(
      String id,
      String kind,
      List<Link> items,
      String when,
      String window,
      String state,
      List<String> warnings) {}

  record View(Frame frame, List<Row> rules) {}

  /** One place of an answer, before and after. */
  record Place(String title, boolean named, boolean sponsored, boolean moved) {}

  /** The same query without and with the rule. */
  record Preview(String query, List<Place> before, List<Place> after) {
    boolean isSame() {
      return before.stream()
          .map(Place::title)
          .toList()
          .equals(after.stream().map(Place::title).toList());
    }
  }

  /**
   * @param published whether a rule of this name acts now
   */
  record Edit(
      Frame frame,
      String id,
      boolean published,
      List<Field> fields,
      String previewQuery,
      List<String> warnings,
      Optional<Preview> preview) {}

  void list(Context ctx, Desk desk) {
    List<Rule> rules = sources.store().rules();
    RuleLint.Known known = known(rules, desk);
    List<Row> rows = rules.stream().map(rule -> row(rule, known, desk)).toList();
    frames.send(ctx, "rules", new View(frames.of(desk, Frame.Tab.RULES, "规则"), rows));
  }

  private Row row(Rule rule, RuleLint.Known known, Desk desk) {
    List<String> when = new ArrayList<>();
    rule.when().query().ifPresent(query -> when.add("搜“" + query + "”时"));
    rule.when().category().ifPresent(category -> when.add("分类" + category));
    when.add(RuleForm.scenario(rule.when().scenario()));
    return new Row(
        rule.id(),
        Words.of(rule.kind()),
        rule.items().stream()
            .map(item -> new Link(sources.title(item), ItemPage.href(item)))
            .toList(),
        String.join("，", when),
        window(rule.window()),
        state(rule.window(), desk),
        warnings(rule, known));
  }

  private String window(Rule.Window window) {
    if (window.equals(Rule.Window.ALWAYS)) {
      return "一直";
    }
    return window.from().map(at -> Words.minute(at, zone)).orElse("现在")
        + " 至 "
        + window.until().map(at -> Words.minute(at, zone)).orElse("一直");
  }

  private static String state(Rule.Window window, Desk desk) {
    if (window.contains(desk.now())) {
      return "生效中";
    }
    return window.from().map(at -> desk.now().isBefore(at)).orElse(false) ? "还没开始" : "已过期";
  }

  void blank(Context ctx, Desk desk) {
    RuleForm form = RuleForm.blank("r-" + sources.ids().get());
    show(ctx, desk, form, List.of(), Optional.empty());
  }

  void get(Context ctx, Desk desk) {
    Optional<Rule> rule = published(ctx.pathParam("id"));
    if (rule.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    show(ctx, desk, RuleForm.of(rule.get(), zone), List.of(), rule);
  }

  private Optional<Rule> published(String id) {
    return sources.store().rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private void show(
      Context ctx, Desk desk, RuleForm form, List<Problem> problems, Optional<Rule> rule) {
    Optional<Rule> before = published(form.value("id"));
    String title = before.isPresent() ? "规则 " + form.value("id") : "新规则";
    Frame frame = frames.of(desk, Frame.Tab.RULES, title);
    if (!problems.isEmpty()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      frame = frame.saying(Frame.Note.bad("还没有发布：有 " + problems.size() + " 处要改。"));
    }
    String query = previewQuery(ctx, form);
    List<String> warnings =
        rule.map(one -> warnings(one, known(sources.store().rules(), desk))).orElse(List.of());
    Optional<Preview> preview =
        rule.filter(_ -> ctx.formParam("query") != null).map(one -> preview(one, query, desk));
    frames.send(
        ctx,
        "rule",
        new Edit(
            frame,
            form.value("id"),
            before.isPresent(),
            form.fields(problems),
            query,
            warnings,
            preview));
  }

  private static String previewQuery(Context ctx, RuleForm form) {
    String asked = Typed.field(ctx, "previewQuery");
    return Typed.query(asked.isEmpty() ? form.value("query") : asked);
  }

  private List<String> warnings(Rule rule, RuleLint.Known known) {
    return sources.trials().warnings(rule, known).stream().map(RuleWords::of).toList();
  }

  private RuleLint.Known known(List<Rule> rules, Desk desk) {
    return RuleLint.Known.of(rules, desk.now(), sources.analytics().lastDays(RuleLint.DAYS));
  }

  private Preview preview(Rule rule, String query, Desk desk) {
    Requests.Search search = Requests.Search.first(query, SHOWN, Requests.Audience.ANYBODY);
    Trials.Compared compared = sources.trials().with(rule, search, desk.now());
    Answers.Search before = compared.before();
    Answers.Search after = compared.after();
    return new Preview(query, places(before, after, rule), places(after, before, rule));
  }

  private static List<Place> places(Answers.Search answer, Answers.Search other, Rule rule) {
    List<ItemId> others = unnamed(other, rule);
    List<Place> places = new ArrayList<>();
    for (Answers.Hit hit : answer.sponsored()) {
      places.add(
          new Place(
              hit.item().text().title(), rule.items().contains(hit.item().id()), true, false));
    }
    int rank = 0;
    for (Answers.Hit hit : answer.hits()) {
      ItemId id = hit.item().id();
      boolean named = rule.items().contains(id);
      boolean moved = !named && others.indexOf(id) != rank++;
      places.add(new Place(hit.item().text().title(), named, false, moved));
    }
    return places;
  }

  /** All but what the rule names: that these make room for it moves none of them past another. */
  private static List<ItemId> unnamed(Answers.Search answer, Rule rule) {
    return answer.hits().stream()
        .map(hit -> hit.item().id())
        .filter(id -> !rule.items().contains(id))
        .toList();
  }

  /** {@code POST /console/rules}: a look at what it would do, or its publication. */
  void post(Context ctx, Desk desk) {
    RuleForm form = RuleForm.of(ctx.formParamMap());
    Checked<Rule> checked = form.read(zone);
    if (checked.valid().isEmpty()) {
      show(ctx, desk, form, checked.problems(), Optional.empty());
    } else if (!"publish".equals(ctx.formParam("do"))) {
      show(ctx, desk, form, List.of(), checked.valid());
    } else {
      Rule rule = checked.valid().get();
      sources.live().accept(List.of(new Change.PutRule(rule)), desk.origin());
      Frames.redirect(ctx, "/console/rules?done=published");
    }
  }

  /** {@code POST /console/rules/{id}/end}. */
  void end(Context ctx, Desk desk) {
    Optional<Rule> rule = published(ctx.pathParam("id"));
    if (rule.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    sources.live().accept(List.of(new Change.DeleteRule(rule.get().id())), desk.origin());
    Frames.redirect(ctx, "/console/rules?done=ended");
  }
}
