package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.check.RuleCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.server.editing.Undoing;
import io.zhixun.store.Audit;
import io.zhixun.store.Change;
import io.zhixun.store.Term;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /console/log/{id}/undo}: a rule or line is again what it was before that entry. What
 * somebody did to it since is not thrown away unasked.
 */
final class UndoPage {
  private static final Link BACK = new Link("回到操作记录", "/console/log");

  private final Frames frames;
  private final ConsoleSources sources;
  private final ZoneId zone;

  UndoPage(Frames frames, ConsoleSources sources, ZoneId zone) {
    this.frames = frames;
    this.sources = sources;
    this.zone = zone;
  }

  void post(Context ctx, Desk desk) {
    String number = ctx.pathParam("id");
    Optional<Audit.Done> done =
        number.matches("[1-9][0-9]{0,17}")
            ? sources.store().audit().entry(Long.parseLong(number))
            : Optional.empty();
    switch (done.map(Undoing::of).orElseGet(Undoing.NotOfThis::new)) {
      case Undoing.By _ when !isAsItWasLeft(done.orElseThrow()) && !isSure(ctx) ->
          overtaken(ctx, desk, done.orElseThrow());
      case Undoing.By(Change change) -> {
        sources.live().accept(List.of(change), desk.origin());
        Frames.redirect(ctx, back(change) + "?done=undone");
      }
      case Undoing.Lost() ->
          frames.say(
              ctx,
              desk,
              HttpStatus.CONFLICT,
              new Frames.Message("没法撤销", "原来的内容已经不再保留。", List.of(BACK)));
      case Undoing.NotOfThis() -> frames.notFound(ctx, desk);
    }
  }

  private static boolean isSure(Context ctx) {
    return Typed.field(ctx, "sure").equals("yes");
  }

  /** Whether nobody has changed it after the entry, or all that was changed was changed back. */
  private boolean isAsItWasLeft(Audit.Done done) {
    Optional<Line> line = Line.of(done);
    if (line.isPresent()) {
      Optional<Term> now =
          sources.store().terms(line.get().list()).stream()
              .map(stored -> stored.term())
              .filter(term -> term.id().equals(line.get().id()))
              .findFirst();
      return now.equals(
          done.after().flatMap(text -> StrictJson.read(text).valid()).flatMap(Undoing::term));
    }
    Optional<Rule> now =
        sources.store().rules().stream()
            .filter(rule -> rule.id().equals(done.what().subject()))
            .findFirst();
    return now.equals(
        done.after()
            .flatMap(text -> StrictJson.read(text).valid())
            .flatMap(json -> RuleCheck.read(json).valid()));
  }

  /** A line of a word list, as the audit names it. */
  private record Line(Term.Kind list, String id) {
    static Optional<Line> of(Audit.Done done) {
      String[] parts = done.what().subject().split("/", 2);
      return done.what().action().startsWith("term")
          ? Optional.of(new Line(Term.Kind.valueOf(parts[0]), parts[1]))
          : Optional.empty();
    }
  }

  private void overtaken(Context ctx, Desk desk, Audit.Done done) {
    String since =
        sources.store().audit().before(Long.MAX_VALUE, same(done), 1).stream()
            .filter(later -> later.id() > done.id())
            .findFirst()
            .map(
                later ->
                    "这之后又有人改过它（%s，%s）。"
                        .formatted(LogPage.who(later.who()), Words.minute(later.at(), zone)))
            .orElse("这之后又有人改过它。");
    Kept again = new Kept(ctx.path(), false, List.of(new Kept.Entry("sure", "yes")), desk.token());
    frames.say(
        ctx,
        desk,
        HttpStatus.CONFLICT,
        new Frames.Message(
            "没有撤销",
            since + "撤销会连同后来的改动一起盖掉，所以什么也没有动。先看看操作记录，再决定。",
            Optional.of(new Frames.Again(again, "盖掉后来的改动，仍然撤销", true)),
            List.of(BACK)));
  }

  /** Entries about the same rule or line. */
  private static Audit.Wanted same(Audit.Done done) {
    Optional<Line> line = Line.of(done);
    return new Audit.Wanted(
        line.isPresent() ? Set.of("term", "term-deleted") : Set.of("rule", "rule-deleted"),
        line.map(Line::list),
        Optional.of(line.map(Line::id).orElse(done.what().subject())),
        Optional.empty());
  }

  /** Where what was taken back is seen. */
  private static String back(Change change) {
    return switch (change) {
      case Change.PutTerm(Term term, _) -> home(term.list());
      case Change.DeleteTerm(Term.Kind list, _, _) -> home(list);
      default -> "/console/rules";
    };
  }

  private static String home(Term.Kind list) {
    return switch (list) {
      case SYNONYM, WORD -> "/console/words";
      case WATCHED -> "/console/reindex";
      case HANDLED -> "/console/queue";
    };
  }
}
