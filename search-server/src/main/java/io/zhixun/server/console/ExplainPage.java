package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.UserId;
import io.zhixun.ranking.blend.Part;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.server.page.wording.RankingTerms;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** {@code /console/explain}: any query for any learner, stage by stage. */
final class ExplainPage {
  private static final int SHOWN = 10;

  private final Frames frames;
  private final ConsoleSources sources;

  ExplainPage(Frames frames, ConsoleSources sources) {
    this.frames = frames;
    this.sources = sources;
  }

  /** One source with how many of the hits it proposed. */
  record Source(String name, int hits) {}

  /** One summand of a score. */
  record Line(
      String name,
      String feature,
      String value,
      String weight,
      String contribution,
      boolean negative) {}

  record Hit(
      int rank,
      String id,
      String title,
      String score,
      List<String> sources,
      List<String> moves,
      List<String> reasons,
      List<Line> lines) {}

  /**
   * @param tokens the words of the query
   * @param degraded what failed
   */
  record Answer(
      String generation,
      boolean personalised,
      int total,
      List<String> tokens,
      Optional<String> meant,
      List<Source> sources,
      List<String> degraded,
      List<Hit> hits) {}

  record View(Frame frame, String query, String user, Optional<Answer> answer) {}

  void get(Context ctx, Desk desk) {
    String query = Typed.query(Typed.param(ctx, "q"));
    String user = Typed.param(ctx, "user");
    boolean isUsable = user.isEmpty() || Ids.problem(user).isEmpty();
    Frame frame = frames.of(desk, Frame.Tab.EXPLAIN, "排序解释");
    if (!isUsable) {
      frame = frame.saying(Frame.Note.bad("“" + user + "”不能是学员编号。"));
    } else if (!user.isEmpty() && sources.store().learnerRow(new UserId(user)).isEmpty()) {
      frame = frame.saying(Frame.Note.plain("没有编号为 " + user + " 的学员，下面按陌生人回答。"));
    }
    Optional<Answer> answer =
        ctx.queryParam("q") == null || !isUsable
            ? Optional.empty()
            : Optional.of(answer(query, user, desk));
    frames.send(ctx, "explain", new View(frame, query, user, answer));
  }

  private Answer answer(String query, String user, Desk desk) {
    Requests.Audience audience =
        new Requests.Audience(
            Optional.of(user).filter(id -> !id.isEmpty()).map(UserId::new),
            OptionalDouble.empty(),
            Event.Context.UNKNOWN,
            true);
    Answers.Search found =
        sources.discovery().search(Requests.Search.first(query, SHOWN, audience), desk.now());
    Map<String, Integer> proposed = new TreeMap<>();
    found.hits().forEach(hit -> hit.sources().forEach(one -> proposed.merge(one, 1, Integer::sum)));
    return new Answer(
        found.facts().generation(),
        found.facts().personalised(),
        found.total(),
        sources.trials().cut(query),
        found.didYouMean(),
        proposed.entrySet().stream()
            .map(entry -> new Source(RankingTerms.source(entry.getKey()), entry.getValue()))
            .toList(),
        found.facts().degraded().stream().map(one -> degraded(one)).toList(),
        hits(found));
  }

  private static String degraded(Answers.Degradation missing) {
    String why = missing.code().equals("SOURCE_OFF") ? "已关闭" : "出错（" + missing.code() + "）";
    return RankingTerms.source(missing.source()) + "，" + why;
  }

  private static List<Hit> hits(Answers.Search found) {
    return IntStream.range(0, found.hits().size())
        .mapToObj(i -> hit(i + 1, found.hits().get(i)))
        .toList();
  }

  private static Hit hit(int rank, Answers.Hit hit) {
    return new Hit(
        rank,
        hit.item().id().value(),
        hit.item().text().title(),
        number(hit.score()),
        hit.sources().stream().map(RankingTerms::source).distinct().toList(),
        hit.policy().stream().map(Words::move).toList(),
        hit.reasons().stream().map(Answers.Reason::text).toList(),
        hit.parts().stream()
            .filter(part -> part.contribution() != 0)
            .sorted(Comparator.comparingDouble(part -> -Math.abs(part.contribution())))
            .map(ExplainPage::line)
            .toList());
  }

  private static Line line(Part part) {
    return new Line(
        RankingTerms.feature(part.feature()),
        part.feature(),
        number(part.value()),
        number(part.weight()),
        String.format(Locale.ROOT, "%+.3f", part.contribution()),
        part.contribution() < 0);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "—" : String.format(Locale.ROOT, "%.3f", value);
  }
}
