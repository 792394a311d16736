package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.search.pipeline.Requests.Page;
import io.zhixun.search.pipeline.Requests.Scenario;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Exchange;
import io.zhixun.server.http.Query;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/recommendations}. */
public final class FeedResource {
  static final int DEFAULT_SIZE = 24;

  private static final Map<String, Scenario> SCENARIOS = scenarios();

  private final Discovery discovery;
  private final Readiness readiness;
  private final InstantSource clock;

  public FeedResource(Asking asking) {
    this.discovery = asking.discovery();
    this.readiness = new Readiness(asking.live());
    this.clock = asking.clock();
  }

  /** {@code GET /v1/recommendations}: proposes. */
  public void get(Context ctx) {
    Requests.Feed request = request(Query.of(ctx), Caller.of(ctx));
    List<Answers.Degradation> behind = readiness.await(ctx);
    Answers.Feed answer = discovery.recommend(request, clock.instant());
    boolean explain = request.audience().explain();
    ObjectNode json = AnswerJson.feed(answer, Exchange.of(ctx).tookMs(), explain);
    AnswerJson.degraded(json, behind);
    AnswerJson.send(ctx, json);
  }

  private static Requests.Feed request(Query query, Caller caller) {
    FieldReader in = query.fields();
    Scenario scenario = in.oneOf("scenario", SCENARIOS).orElse(Scenario.HOME);
    Optional<ItemId> item = in.id("item").map(ItemId::new);
    Optional<String> text = Fields.query(in, "q");
    boolean needsItem =
        switch (scenario) {
          case ITEM, AFTER_COMPLETION -> true;
          case HOME, SEARCH_EMPTY, CONTINUE, EMAIL -> false;
        };
    belongs(in, "item", scenario, needsItem);
    belongs(in, "q", scenario, scenario == Scenario.SEARCH_EMPTY);
    Page page = new Page(Fields.size(in, DEFAULT_SIZE), Fields.cursor(in));
    Audience audience = Fields.audience(in, caller);
    return query.finish(() -> new Requests.Feed(scenario, item, text, page, audience));
  }

  /** A parameter is there exactly when the scenario starts from it. */
  private static void belongs(FieldReader in, String name, Scenario scenario, boolean needed) {
    if (needed) {
      in.require(name);
    } else if (in.has(name)) {
      in.problem(
          name, Code.INCONSISTENT, "must be absent in the scenario " + Requests.label(scenario));
    }
  }

  private static Map<String, Scenario> scenarios() {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (Scenario scenario : Scenario.values()) {
      scenarios.put(Requests.label(scenario), scenario);
    }
    return scenarios;
  }
}
