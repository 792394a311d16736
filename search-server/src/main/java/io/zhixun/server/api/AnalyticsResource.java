package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.search.analytics.Report;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.analytics.Report.Rate;
import io.zhixun.search.analytics.Report.Share;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** {@code /v1/analytics}: what learners searched, were shown and took, counted. */
public final class AnalyticsResource {
  private static final int USUAL_DAYS = 30;

  /** Other periods would each be counted anew. */
  private static final List<Integer> DAYS = List.of(7, USUAL_DAYS, 90);

  private final IntFunction<Report> reports;

  /**
   * @param reports the report of the last days
   */
  public AnalyticsResource(IntFunction<Report> reports) {
    this.reports = reports;
  }

  /** {@code GET /v1/analytics}: all of it. */
  public void get(Context ctx) {
    answer(
        ctx,
        (report, json) -> {
          totals(report.totals(), json.putObject("totals"));
          queries(report.searches(), json.putObject("queries"));
          clicks(report.clicks(), json.putObject("clicks"));
          exposure(report.exposure(), json.putObject("exposure"));
          ObjectNode rules = json.putObject("ruleOccasions");
          report.ruleOccasions().forEach(rules::put);
        });
  }

  /** {@code GET /v1/analytics/queries}: what was searched, and went wrong. */
  public void queries(Context ctx) {
    answer(ctx, (report, json) -> queries(report.searches(), json));
  }

  /** {@code GET /v1/analytics/clicks}: how often what is shown is clicked. */
  public void clicks(Context ctx) {
    answer(ctx, (report, json) -> clicks(report.clicks(), json));
  }

  /** {@code GET /v1/analytics/exposure}: who gets the learners' eyes. */
  public void exposure(Context ctx) {
    answer(ctx, (report, json) -> exposure(report.exposure(), json));
  }

  private void answer(Context ctx, BiConsumer<Report, ObjectNode> part) {
    Query query = Query.of(ctx);
    Optional<Integer> asked = query.fields().oneOf("days", days());
    int days = query.finish(() -> asked.orElse(USUAL_DAYS));
    Report report = reports.apply(days);
    ObjectNode json =
        Json.object()
            .put("from", report.period().from().toString())
            .put("to", report.period().to().toString())
            .put("computed", report.computed().toString());
    part.accept(report, json);
    Json.answer(ctx, json);
  }

  /** In this order messages name them. */
  private static Map<String, Integer> days() {
    Map<String, Integer> days = new LinkedHashMap<>();
    DAYS.forEach(number -> days.put(Integer.toString(number), number));
    return days;
  }

  private static void totals(Report.Totals totals, ObjectNode json) {
    json.put("events", totals.events())
        .put("searches", totals.searches())
        .put("lists", totals.lists())
        .put("shown", totals.shown())
        .put("clicked", totals.clicked())
        .put("otherClicks", totals.otherClicks())
        .put("purchases", totals.purchases());
  }

  private static void queries(Report.Searches searches, ObjectNode json) {
    lines(searches.frequent(), json.putArray("frequent"));
    lines(searches.empty(), json.putArray("empty"));
    lines(searches.lowClick(), json.putArray("lowClick"));
    json.put("leftOut", searches.leftOut());
  }

  private static void lines(List<QueryLine> lines, ArrayNode array) {
    for (QueryLine line : lines) {
      ObjectNode json =
          array
              .addObject()
              .put("query", line.text())
              .put("searches", line.searches())
              .put("people", line.asked().people())
              .put("byGuests", line.asked().byGuests())
              .put("unanswered", line.unanswered())
              .put("lists", line.lists())
              .put("clicked", line.clicked());
      line.found().ifPresent(works -> json.put("found", works));
      ArrayNode next = json.putArray("next");
      line.next()
          .forEach(one -> next.addObject().put("query", one.text()).put("times", one.times()));
    }
  }

  private static void clicks(Report.Clicks clicks, ObjectNode json) {
    rates(clicks.inSearch(), json.putArray("search"));
    rates(clicks.inFeeds(), json.putArray("feeds"));
    rates(clicks.formats(), json.putArray("formats"));
    rates(clicks.sources(), json.putArray("sources"));
    json.put("sourced", clicks.sourced());
  }

  private static <K> void rates(List<Rate<K>> rates, ArrayNode array) {
    for (Rate<K> rate : rates) {
      array
          .addObject()
          .put("kind", rate.kind().toString())
          .put("shown", rate.shown())
          .put("clicked", rate.clicked());
    }
  }

  private static void exposure(Report.Exposure exposure, ObjectNode json) {
    shares(exposure.authors(), json.putArray("authors"));
    shares(exposure.categories(), json.putArray("categories"));
    shares(exposure.ages(), json.putArray("ages"));
  }

  private static <K> void shares(List<Share<K>> shares, ArrayNode array) {
    for (Share<K> share : shares) {
      array
          .addObject()
          .put("kind", share.kind().toString())
          .put("items", share.items())
          .put("shown", share.shown())
          .put("clicked", share.clicked());
    }
  }
}
