package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.config.SettingsException;
import io.zhixun.config.SynonymRule;
import io.zhixun.search.serving.Generations;
import io.zhixun.store.Change;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /console/words}: synonyms, which act at once, and domain words, which act later. */
final class WordsPage {
  private static final int MAX_WORD = 64;

  private final Frames frames;
  private final ConsoleSources sources;

  WordsPage(Frames frames, ConsoleSources sources) {
    this.frames = frames;
    this.sources = sources;
  }

  record Row(String id, String text) {}

  /**
   * @param tried what was typed to see how it is cut
   * @param cut the words it is cut into now
   */
  record View(
      Frame frame,
      List<Row> synonyms,
      List<Row> words,
      String typedSynonym,
      String typedWord,
      String tried,
      List<String> cut) {}

  void get(Context ctx, Desk desk) {
    show(ctx, frames.of(desk, Frame.Tab.WORDS, "词表"), "", "");
  }

  private void show(Context ctx, Frame frame, String typedSynonym, String typedWord) {
    String tried = Typed.query(Typed.param(ctx, "try"));
    frames.send(
        ctx,
        "words",
        new View(
            frame,
            rows(Term.Kind.SYNONYM),
            rows(Term.Kind.WORD),
            typedSynonym,
            typedWord,
            tried,
            cut(sources.generations(), tried)));
  }

  /** The words that a text is cut into by the snapshot that is served. */
  static List<String> cut(Generations generations, String text) {
    try (Generations.Lease lease = generations.lease()) {
      return lease.generation().lexical().words(text);
    }
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
    Optional<String> problem = isWord ? wordProblem(text) : synonymProblem(text);
    Term.Kind list = isWord ? Term.Kind.WORD : Term.Kind.SYNONYM;
    if (problem.isEmpty() && rows(list).stream().anyMatch(row -> same(row.text(), text))) {
      problem = Optional.of("“" + text + "”已经在词表里了。");
    }
    if (problem.isPresent()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      Frame frame = frames.of(desk, Frame.Tab.WORDS, "词表").saying(Frame.Note.bad(problem.get()));
      show(ctx, frame, isWord ? "" : text, isWord ? text : "");
      return;
    }
    Term term = new Term(list, "t-" + sources.ids().get(), text);
    sources.live().accept(List.of(new Change.PutTerm(term)), desk.origin());
    Frames.redirect(ctx, "/console/words?done=" + (isWord ? "word" : "synonym"));
  }

  static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> wordProblem(String text) {
    if (text.isEmpty()) {
      return Optional.of("请填一个词。");
    }
    boolean several = text.matches(".*[,，、;；\\p{Cntrl}].*");
    if (several || text.codePointCount(0, text.length()) > MAX_WORD) {
      return Optional.of("每次添加一个词，最多 " + MAX_WORD + " 个字。");
    }
    return Optional.empty();
  }

  static Optional<String> synonymProblem(String text) {
    try {
      SynonymRule.parse("", text);
      return text.length() > 500 ? Optional.of("太长了，最多 500 个字。") : Optional.empty();
    } catch (SettingsException e) {
      return Optional.of("写成“机器学习, ML”（互相代替），或者“k8s => kubernetes, 容器编排”（搜左边也找右边）。");
    }
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
