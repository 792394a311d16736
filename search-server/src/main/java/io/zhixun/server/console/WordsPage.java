package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.corpus.check.Problem;
import io.zhixun.server.editing.TermCheck;
import io.zhixun.store.Change;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.util.List;
import java.util.Optional;

/** {@code /console/words}: synonyms, which act at once, and domain words, which act later. */
final class WordsPage {
  private final Frames frames;
  private final ConsoleSources sources;

  WordsPage(Frames frames, ConsoleSources sources) {
    this.frames = frames;
    this.sources = sources;
  }

  record Row(String id, String text) {}

  /**
   * A line to be added.
   *
   * @param problem what is wrong with it, in words; empty when nothing is
   */
  record Line(String typed, String problem) {
    static final Line BLANK = new Line("", "");

    boolean isWrong() {
      return !problem.isEmpty();
    }
  }

  /**
   * @param tried what was typed to see how it is cut
   * @param cut the words it is cut into now
   */
  record View(
      Frame frame,
      List<Row> synonyms,
      List<Row> words,
      Line synonym,
      Line word,
      String tried,
      List<String> cut) {}

  void get(Context ctx, Desk desk) {
    show(ctx, frames.of(desk, Frame.Tab.WORDS, "词表"), Line.BLANK, Line.BLANK);
  }

  private void show(Context ctx, Frame frame, Line synonym, Line word) {
    String tried = Typed.query(Typed.param(ctx, "try"));
    frames.send(
        ctx,
        "words",
        new View(
            frame,
            rows(Term.Kind.SYNONYM),
            rows(Term.Kind.WORD),
            synonym,
            word,
            tried,
            sources.trials().cut(tried)));
  }

  private List<Row> rows(Term.Kind list) {
    return sources.store().terms(list).stream()
        .map(StoredTerm::term)
        .map(term -> new Row(term.id(), term.text()))
        .toList();
  }

  /** {@code POST /console/words}: one more line. */
  void add(Context ctx, Desk desk) {
    boolean isWord = "word".equals(ctx.formParam("list"));
    String text = Typed.field(ctx, "text");
    Term.Kind list = isWord ? Term.Kind.WORD : Term.Kind.SYNONYM;
    String id = "t-" + sources.ids().get();
    Optional<String> problem = problem(list, text);
    if (problem.isEmpty() && isThere(new Term(list, id, text))) {
      problem = Optional.of("“" + text + "”已经在词表里了。");
    }
    if (problem.isPresent()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      Frame frame =
          frames
              .of(desk, Frame.Tab.WORDS, "词表")
              .saying(Frame.Note.bad("没有添加：" + (isWord ? "领域词" : "同义词") + "要改一处。"));
      Line wrong = new Line(text, problem.get());
      show(ctx, frame, isWord ? Line.BLANK : wrong, isWord ? wrong : Line.BLANK);
      return;
    }
    Term term = new Term(list, id, text);
    sources.live().accept(List.of(new Change.PutTerm(term)), desk.origin());
    Frames.redirect(ctx, "/console/words?done=" + (isWord ? "word" : "synonym"));
  }

  private boolean isThere(Term term) {
    return TermCheck.twin(term, sources.store().terms(term.list())).isPresent();
  }

  /** What is wrong with a line, in words. */
  static Optional<String> problem(Term.Kind list, String text) {
    return TermCheck.problem(list, text)
        .map(problem -> list == Term.Kind.WORD ? word(problem) : synonyms(problem));
  }

  private static String word(Problem problem) {
    return problem.code() == Problem.Code.BLANK
        ? "请填一个词。"
        : "每次添加一个词，2 到 " + TermCheck.MAX_WORD + " 个字。";
  }

  private static String synonyms(Problem problem) {
    return switch (problem.code()) {
      case TOO_LONG -> "太长了，最多 " + TermCheck.MAX_LINE + " 个字。";
      case DUPLICATE -> "同一个词写了两遍，去掉一个再试。";
      default -> "写成“机器学习, ML”（互相代替），或者“k8s => kubernetes, 容器编排”（搜左边也找右边）。";
    };
  }

  /** {@code POST /console/words/{list}/{id}/remove}. */
  void remove(Context ctx, Desk desk) {
    Term.Kind list = ctx.pathParam("list").equals("word") ? Term.Kind.WORD : Term.Kind.SYNONYM;
    String id = ctx.pathParam("id");
    if (rows(list).stream().noneMatch(row -> row.id().equals(id))) {
      frames.notFound(ctx, desk);
      return;
    }
    sources.live().accept(List.of(new Change.DeleteTerm(list, id)), desk.origin());
    Frames.redirect(ctx, "/console/words?done=removed");
  }
}
