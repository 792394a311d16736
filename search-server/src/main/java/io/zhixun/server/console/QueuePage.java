package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.search.analytics.Report;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.remedy.Remedies;
import io.zhixun.search.remedy.Remedy;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Generations;
import io.zhixun.store.Change;
import io.zhixun.store.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /console/queue}: searches that went wrong, as work with a proposal for each. */
final class QueuePage {
  private static final int SHOWN = 50;
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Frames frames;
  private final ConsoleSources sources;
  private final ZoneId zone;
  private final ChineseAnalyzer analyzer;
  private Optional<Read> read = Optional.empty();

  QueuePage(Frames frames, ConsoleSources sources, ZoneId zone, ChineseAnalyzer analyzer) {
    this.frames = frames;
    this.sources = sources;
    this.zone = zone;
    this.analyzer = analyzer;
  }

  /** Proposals from one state of the catalogue. */
  private record Read(Generation generation, Instant at, Remedies remedies) {}

  /**
   * One query to be seen to.
   *
   * @param trouble what is wrong with it
   * @param facts how often it was searched, in words
   */
  record Row(String text, String href, boolean empty, String trouble, String facts, Idea idea) {}

  /** One that an editor has dealt with. */
  record Done(String id, String text, String how) {}

  /**
   * @param rule when a query is put here, in words
   */
  record View(
      Frame frame,
      Span span,
      String computed,
      String rule,
      List<Row> rows,
      int notShown,
      List<Done> done) {}

  void get(Context ctx, Desk desk) {
    Span span = Span.of(ctx, "/console/queue");
    Report report = sources.analytics().lastDays(span.days());
    List<Handled> handled = Handled.all(sources);
    List<QueryLine> wanting = wanting(report, handled);
    try (Generations.Lease lease = sources.generations().lease()) {
      Remedies remedies = remedies(lease.generation(), desk.now());
      frames.send(
          ctx,
          "queue",
          new View(
              frames.of(desk, Frame.Tab.QUEUE, "待改进的搜索"),
              span,
              Words.minute(report.computed(), zone),
              rule(),
              wanting.stream().limit(SHOWN).map(line -> row(line, remedies, span)).toList(),
              Math.max(0, wanting.size() - SHOWN),
              handled.stream()
                  .limit(SHOWN)
                  .map(one -> new Done(one.id(), one.key(), one.how().label()))
                  .toList()));
    }
  }

  private String rule() {
    var low = sources.analytics().settings().lowClick();
    return "现在什么也搜不到的词，和展示过至少 "
        + low.leastShown()
        + " 次、却只有不到 "
        + Math.round(100 * low.below())
        + "% 有人点开的词。";
  }

  private static List<QueryLine> wanting(Report report, List<Handled> handled) {
    Set<String> done = handled.stream().map(Handled::key).collect(Collectors.toSet());
    return Stream.concat(report.searches().empty().stream(), report.searches().lowClick().stream())
        .filter(line -> !done.contains(line.key()))
        .toList();
  }

  private static Row row(QueryLine line, Remedies remedies, Span span) {
    boolean empty = line.found().orElse(0) == 0;
    return new Row(
        line.text(),
        href(line.text(), span.days()),
        empty,
        empty ? "没有结果" : "很少有人点",
        facts(line),
        Idea.of(line.text(), remedies.of(line).getFirst()));
  }

  static String href(String query, int days) {
    return "/console/queue/query?q=" + Frames.encode(query) + "&days=" + days;
  }

  static String facts(QueryLine line) {
    String searched = AnalyticsPage.asked(line.asked());
    return line.lists() == 0
        ? searched + "，没有一次展示过结果"
        : searched
            + "，"
            + line.lists()
            + " 次有结果，点开过 "
            + line.clicked()
            + " 次（"
            + Chart.percent(line.clickThrough())
            + "）";
  }

  /** Proposals of the generation that is served; the catalogue is only read again after a while. */
  synchronized Remedies remedies(Generation generation, Instant now) {
    boolean isFresh =
        read.filter(one -> one.generation() == generation)
            .filter(one -> Duration.between(one.at(), now).compareTo(FRESH) < 0)
            .isPresent();
    if (!isFresh) {
      read = Optional.of(new Read(generation, now, Remedies.of(generation, now, analyzer)));
    }
    return read.orElseThrow().remedies();
  }

  List<Remedy> remediesFor(QueryLine line, Instant now) {
    try (Generations.Lease lease = sources.generations().lease()) {
      return remedies(lease.generation(), now).of(line);
    }
  }

  /** {@code POST /console/queue/{id}/back}: puts a query that was dealt with back. */
  void back(Context ctx, Desk desk) {
    String id = ctx.pathParam("id");
    if (Handled.all(sources).stream().noneMatch(one -> one.id().equals(id))) {
      frames.notFound(ctx, desk);
      return;
    }
    sources.live().accept(List.of(new Change.DeleteTerm(Term.Kind.HANDLED, id)), desk.origin());
    Frames.redirect(ctx, "/console/queue?done=back&days=" + Span.of(ctx, "").days());
  }
}
