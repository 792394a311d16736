package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.search.analytics.Report;
import io.zhixun.search.analytics.Report.Age;
import io.zhixun.search.analytics.Report.Askers;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.serving.Generations;
import io.zhixun.server.page.wording.Labels;
import io.zhixun.server.page.wording.RankingTerms;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** {@code /console/analytics}: what learners searched, were shown and clicked. */
final class AnalyticsPage {
  private static final int SHOWN = 20;

  /** Queries that are seen at once; the rest is unfolded. */
  private static final int FIRST = 8;

  private final Frames frames;
  private final ConsoleSources sources;
  private final ZoneId zone;

  AnalyticsPage(Frames frames, ConsoleSources sources, ZoneId zone) {
    this.frames = frames;
    this.sources = sources;
    this.zone = zone;
  }

  /** One number with its name. */
  record Total(String name, String value) {}

  /** One query in the list. */
  record Row(
      String text,
      String href,
      long searches,
      String people,
      String clickThrough,
      String unanswered,
      String found,
      boolean empty) {}

  /**
   * @param queries the most frequent ones
   * @param moreQueries those that follow
   * @param otherClicks clicks of which it is not known what was shown with them
   * @param sourced of how many items shown the sources are known, in words
   */
  record View(
      Frame frame,
      Span span,
      String computed,
      boolean empty,
      List<Total> totals,
      List<Row> queries,
      List<Row> moreQueries,
      long leftOut,
      long otherClicks,
      String sourced,
      List<Chart> clicks,
      List<Chart> exposure) {
    /** Whether there is nothing to draw. */
    boolean unshown() {
      return Stream.concat(clicks.stream(), exposure.stream())
          .allMatch(chart -> chart.bars().isEmpty());
    }
  }

  void get(Context ctx, Desk desk) {
    Span span = Span.of(ctx, "/console/analytics");
    Report report = sources.analytics().lastDays(span.days());
    Report.Totals totals = report.totals();
    frames.send(
        ctx,
        "analytics",
        new View(
            frames.of(desk, Frame.Tab.ANALYTICS, "分析"),
            span,
            Words.minute(report.computed(), zone),
            totals.events() == 0,
            totals(totals),
            rows(report, 0, FIRST),
            rows(report, FIRST, SHOWN),
            report.searches().leftOut(),
            totals.otherClicks(),
            sourced(report),
            clicks(report),
            exposure(report, desk)));
  }

  /** {@code POST /console/analytics/refresh}: counts anew. */
  void refresh(Context ctx, Desk desk) {
    sources.analytics().forget();
    String back = Typed.field(ctx, "to").equals("queue") ? "queue" : "analytics";
    Frames.redirect(ctx, "/console/" + back + "?days=" + Span.of(ctx, "").days() + "&done=counted");
  }

  private static List<Total> totals(Report.Totals totals) {
    return List.of(
        new Total("次搜索", Long.toString(totals.searches())),
        new Total("次列表展示", Long.toString(totals.lists())),
        new Total("次内容展示", Long.toString(totals.shown())),
        new Total("次点击", Long.toString(totals.clicked())),
        new Total(
            "点击率",
            totals.shown() == 0 ? "—" : Chart.percent((double) totals.clicked() / totals.shown())),
        new Total("次购买", Long.toString(totals.purchases())));
  }

  private static List<Row> rows(Report report, int from, int to) {
    return report.searches().frequent().stream()
        .limit(to)
        .skip(from)
        .map(AnalyticsPage::row)
        .toList();
  }

  private static Row row(QueryLine line) {
    int found = line.found().orElse(0);
    return new Row(
        line.text(),
        "/console/explain?q=" + Frames.encode(line.text()),
        line.searches(),
        people(line.asked()),
        line.lists() == 0 ? "—" : Chart.percent(line.clickThrough()),
        Long.toString(line.unanswered()),
        found == 0 ? "没有结果" : Integer.toString(found),
        found == 0);
  }

  /** Guests are not told apart, so of them it can only be said that they were among the askers. */
  private static String people(Askers asked) {
    if (asked.people() == 0) {
      return "访客";
    }
    return asked.byGuests() == 0 ? known(asked) : known(asked) + "＋访客";
  }

  private static String known(Askers asked) {
    return asked.people() < Askers.MANY ? Integer.toString(asked.people()) : Askers.MANY + " 以上";
  }

  /** How often it was searched, and by whom, in words. */
  static String asked(Askers asked) {
    String times = " 次";
    if (asked.people() == 0) {
      return "访客搜了 " + asked.searches() + times;
    }
    String known = known(asked) + " 人搜了 " + (asked.searches() - asked.byGuests()) + times;
    return asked.byGuests() == 0 ? known : known + "，访客搜了 " + asked.byGuests() + times;
  }

  private static String sourced(Report report) {
    long shown = report.totals().shown();
    return shown == 0 ? "0%" : Chart.percent((double) report.clicks().sourced() / shown);
  }

  private static List<Chart> clicks(Report report) {
    Report.Clicks clicks = report.clicks();
    return List.of(
        Chart.ofRates(
            new Chart.Head("in-search", "搜索结果：按位置", "同样的内容，排得越靠前越容易被点。某一位突然偏低，通常是那里常排着不合适的内容。"),
            clicks.inSearch(),
            Chart::position),
        Chart.ofRates(
            new Chart.Head("in-feeds", "推荐：按位置", "首页、内容页和学完之后的推荐合在一起。"),
            clicks.inFeeds(),
            Chart::position),
        Chart.ofRates(
            new Chart.Head("formats", "按形式", "搜索和推荐合在一起，展示多的在前。"), clicks.formats(), Labels::of),
        Chart.ofRates(
            new Chart.Head("sources", "按来源", "从哪里找来的。一项内容有几个来源，就在每个来源里各算一次。"),
            clicks.sources(),
            RankingTerms::source));
  }

  private List<Chart> exposure(Report report, Desk desk) {
    long items;
    try (Generations.Lease lease = sources.generations().lease()) {
      items = 0;
      for (var item : lease.generation().items().newestFirst()) {
        items += item.isVisibleAt(desk.now()) ? 1 : 0;
      }
    }
    Chart.Sums all = new Chart.Sums(items, report.totals().shown());
    Report.Exposure exposure = report.exposure();
    return List.of(
        Chart.ofShares(
            new Chart.Head("authors", "按作者", "展示最多的作者，和他们的内容占全部内容的多少比。"),
            exposure.authors(),
            all,
            name -> name),
        Chart.ofShares(
            new Chart.Head("categories", "按分类", "占展示明显少于占内容的分类，学员不容易遇到。"),
            exposure.categories(),
            all,
            name -> name),
        Chart.ofShares(
            new Chart.Head("ages", "按上架多久", "新内容有没有机会被看到。"),
            exposure.ages(),
            all,
            AnalyticsPage::age));
  }

  private static String age(Age age) {
    return switch (age) {
      case MONTH -> "30 天内";
      case QUARTER -> "31–90 天";
      case YEAR -> "91 天–1 年";
      case THREE_YEARS -> "1–3 年";
      case OLDER -> "3 年以上";
      case UNKNOWN -> "时间不明";
    };
  }
}
