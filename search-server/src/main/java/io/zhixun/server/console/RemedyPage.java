package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.search.analytics.Report;
import io.zhixun.search.analytics.Report.Askers;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.measure.RankingDiff;
import io.zhixun.server.editing.TermCheck;
import io.zhixun.store.Change;
import io.zhixun.store.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** {@code /console/queue/query}: one search that went wrong, from a proposal to what is done. */
final class RemedyPage {
  /** Other frequent queries with the same text in them, which a synonym would change too. */
  private static final int OTHERS = 8;

  private final Frames frames;
  private final ConsoleSources sources;
  private final QueuePage queue;

  RemedyPage(Frames frames, ConsoleSources sources, QueuePage queue) {
    this.frames = frames;
    this.sources = sources;
    this.queue = queue;
  }

  /**
   * What a line of synonyms would do.
   *
   * @param own the query itself
   * @param others further frequent queries that hold it
   */
  record Measured(int before, int after, DiffLine own, List<DiffLine> others) {
    boolean isBetter() {
      return after > before || !own.moves().isEmpty();
    }
  }

  /**
   * @param facts how often it was searched; empty when the report does not say
   * @param line what was typed or chosen to be measured
   */
  record View(
      Frame frame,
      Span span,
      String query,
      String explain,
      String facts,
      boolean handled,
      List<Idea> ideas,
      String line,
      Optional<Measured> measured) {}

  void get(Context ctx, Desk desk) {
    String query = Typed.query(Typed.param(ctx, "q"));
    if (query.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    String line = Typed.param(ctx, "line");
    Optional<String> problem =
        line.isEmpty() ? Optional.empty() : WordsPage.problem(Term.Kind.SYNONYM, line);
    Frame frame = frames.of(desk, Frame.Tab.QUEUE, "“" + query + "”");
    if (problem.isPresent()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      frame = frame.saying(Frame.Note.bad(problem.get()));
    }
    Span span = Span.of(ctx, "/console/queue/query");
    Report report = sources.analytics().lastDays(span.days());
    QueryLine known = known(report, query);
    String key = ChineseAnalyzer.spelling(query);
    frames.send(
        ctx,
        "remedy",
        new View(
            frame,
            span,
            query,
            "/console/explain?q=" + Frames.encode(query),
            known.searches() == 0 ? "" : QueuePage.facts(known),
            Handled.all(sources).stream().anyMatch(one -> one.key().equals(key)),
            queue.remediesFor(known, desk.now()).stream()
                .map(remedy -> Idea.of(query, remedy))
                .toList(),
            line,
            line.isEmpty() || problem.isPresent()
                ? Optional.empty()
                : Optional.of(measured(query, line, report, desk))));
  }

  private static QueryLine known(Report report, String query) {
    String key = ChineseAnalyzer.spelling(query);
    return report
        .searches()
        .wanting(key)
        .orElseGet(
            () ->
                new QueryLine(key, query, Askers.NOBODY, 0, 0, 0, OptionalInt.empty(), List.of()));
  }

  private Measured measured(String query, String line, Report report, Desk desk) {
    String key = ChineseAnalyzer.spelling(query);
    List<String> queries =
        Stream.concat(
                Stream.of(query),
                report.searches().frequent().stream()
                    .filter(other -> other.key().contains(key) && !other.key().equals(key))
                    .map(QueryLine::text)
                    .limit(OTHERS))
            .toList();
    Term trial = new Term(Term.Kind.SYNONYM, "t-trial", line);
    RankingDiff diff = sources.trials().with(trial, queries, desk.now());
    RankingDiff.OfQuery own = diff.queries().getFirst();
    return new Measured(
        own.totalBefore(),
        own.totalAfter(),
        DiffLine.of(own),
        diff.queries().stream().skip(1).map(DiffLine::of).toList());
  }

  /** {@code POST /console/queue}: what is done about a query. */
  void post(Context ctx, Desk desk) {
    String query = Typed.query(Typed.field(ctx, "q"));
    String key = ChineseAnalyzer.spelling(query);
    Optional<Handled.How> how = how(Typed.field(ctx, "do"));
    if (key.isBlank() || how.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    int days = Span.of(ctx, "").days();
    String text = Typed.field(ctx, "line");
    List<Change> changes = new ArrayList<>();
    if (how.get() == Handled.How.SYNONYM) {
      if (WordsPage.problem(Term.Kind.SYNONYM, text).isPresent()) {
        Frames.redirect(ctx, QueuePage.href(query, days) + "&line=" + Frames.encode(text));
        return;
      }
      changes.addAll(put(Term.Kind.SYNONYM, text));
    } else if (how.get() == Handled.How.WORD) {
      changes.addAll(put(Term.Kind.WORD, query));
    }
    boolean isNew = Handled.all(sources).stream().noneMatch(one -> one.key().equals(key));
    if (isNew) {
      changes.add(new Change.PutTerm(Handled.term("h-" + sources.ids().get(), key, how.get())));
    }
    if (!changes.isEmpty()) {
      sources.live().accept(changes, desk.origin());
    }
    Frames.redirect(ctx, "/console/queue?days=" + days + "&done=" + done(how.get()));
  }

  private List<Change> put(Term.Kind list, String text) {
    if (TermCheck.problem(list, text).isPresent()) {
      return List.of();
    }
    Term term = new Term(list, "t-" + sources.ids().get(), text);
    return TermCheck.twin(term, sources.store().terms(list)).isPresent()
        ? List.of()
        : List.of(new Change.PutTerm(term));
  }

  private static Optional<Handled.How> how(String name) {
    return switch (name) {
      case "synonym" -> Optional.of(Handled.How.SYNONYM);
      case "word" -> Optional.of(Handled.How.WORD);
      case "missing" -> Optional.of(Handled.How.MISSING);
      case "dismissed" -> Optional.of(Handled.How.DISMISSED);
      default -> Optional.empty();
    };
  }

  private static String done(Handled.How how) {
    return switch (how) {
      case SYNONYM -> "synonym";
      case WORD -> "word";
      case MISSING -> "missing";
      case DISMISSED -> "dismissed";
    };
  }
}
